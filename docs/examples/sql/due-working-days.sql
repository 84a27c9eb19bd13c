SELECT c.id, c.started, c.ended, due.day AS due, e.rank - s.rank AS elapsed
FROM cases c
LEFT JOIN days s ON s.day = c.started
LEFT JOIN days e ON e.day = c.ended
LEFT JOIN days due ON due.rank = s.rank + 9 AND due.workday = 1
ORDER BY c.id;
