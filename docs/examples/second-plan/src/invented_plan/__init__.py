"""An invented county plan (虚构方案): nobody issued it, nobody is bound by it. An example of a package."""
