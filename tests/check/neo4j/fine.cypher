MERGE (a:Entity {qid: "a"}) SET a.name = "مصر";
MERGE (b:Entity {qid: "b"});
MATCH (a:Entity {qid: "a"}), (b:Entity {qid: "b"}) MERGE (a)-[r:MET {event_id: "e1"}]->(b);
