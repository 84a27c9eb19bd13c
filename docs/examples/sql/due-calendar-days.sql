SELECT c.id, c.started, c.ended, last.next_workday AS due, e.number - s.number AS elapsed
FROM cases c
LEFT JOIN days s ON s.day = c.started
LEFT JOIN days e ON e.day = c.ended
LEFT JOIN days last ON last.number = s.number + 20
ORDER BY c.id;
