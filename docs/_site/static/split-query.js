// Words of a query, by the words of the index: the longest one known first.
function splitQuery(query) {
  const known = (word) => {
    const index = Search._index;
    return index === null || word in index.terms || word in index.titleterms;
  };
  const words = [];
  for (const run of query.match(/[\u3400-\u9fff]+|[^\s\u3400-\u9fff!-/:-@[-^`{-~\u3000-\u303f\uff00-\uffef]+/g) || []) {
    if (!/[\u3400-\u9fff]/.test(run) || known(run)) {
      words.push(run);
      continue;
    }
    for (let start = 0; start < run.length; ) {
      let end = run.length;
      while (end > start + 1 && !known(run.slice(start, end))) end -= 1;
      if (end > start + 1 || run.length === 1) words.push(run.slice(start, end));
      start = end;
    }
    if (!words.length) words.push(run);
  }
  return words;
}
