// What the search page says and Sphinx's own Chinese catalogue does not know.
Documentation.addTranslations({
  locale: "zh_CN",
  plural_expr: "0",
  messages: {
    "Search finished, found one page matching the search query.": ["找到${resultCount}页。"],
  },
});
