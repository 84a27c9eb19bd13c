"""The site (文档站): from pages, notebooks and code to HTML in two languages. Nothing here is a page."""
