//! The table of what each reader makes of a trap. A reader that has no row for a trap does not mind it.

use super::sightings::Sightings;
use super::{Finding, Reader, Severity};
use Reader::{Gephi, Graphology, Graphviz, Igraph, Neo4j, NetworkX};
use Severity::{Changed, Fine, Lost, Refused};

/// What some readers make of a trap.
pub(super) struct Rule {
    pub(super) name: &'static str,
    pub(super) readers: &'static [Reader],
    pub(super) severity: Severity,
    pub(super) what: &'static str,
    pub(super) fix: &'static str,
}

const fn rule(
    name: &'static str,
    readers: &'static [Reader],
    severity: Severity,
    what: &'static str,
    fix: &'static str,
) -> Rule {
    Rule { name, readers, severity, what, fix }
}

const ALL: &[Reader] = Reader::ALL;
const XML: &[Reader] = &[Gephi, NetworkX, Igraph];

#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Whole files.
    rule("form-unread", &[Gephi], Refused, "Gephi has no importer for such files", "write --to gexf (or csv, graphml)"),
    rule("form-unread", &[NetworkX], Refused, "NetworkX has no reader for such files", "write --to node-link, or --to graphml"),
    rule("form-unread", &[Igraph], Refused, "igraph has no reader for such files", "write --to graphml"),
    rule("form-unread", &[Graphology], Refused, "graphology has no reader for such files", "write --to graphology, or --to gexf"),
    rule("form-unread", &[Neo4j], Refused, "neo4j-admin reads tables with its own headers, cypher-shell reads Cypher", "write --to neo4j, or --to cypher"),
    rule("form-unread", &[Graphviz], Refused, "Graphviz reads DOT", "write --to dot"),
    rule("gexf-unread", &[Igraph], Refused, "igraph does not read GEXF", "write --to graphml"),
    rule("dot-unread", &[Igraph], Refused, "igraph writes DOT and does not read it", "write --to graphml"),
    rule("graphml-by-apoc", &[Neo4j], Refused, "neo4j-admin does not read GraphML; only the procedure apoc.import.graphml does", "write --to neo4j, or --to cypher"),
    rule("table-for-others", &[Neo4j], Refused, "the headers are not Neo4j's, and a backslash is no escape to it", "write --to neo4j"),
    rule("table-for-others", &[Gephi], Refused, "the headers are not Gephi's: it takes the table for a matrix", "write --to csv"),
    rule("not-utf8", ALL, Changed, "some bytes are not UTF-8: letters are lost, or the file is refused", "convert it: iconv -f WINDOWS-1256 -t UTF-8"),

    // XML.
    rule("not-well-formed", XML, Refused, "the XML is not well formed", "mend the file, or write it anew"),
    rule("not-well-formed", &[Graphology], Changed, "its parser reads on past the error, and guesses", "mend the file, or write it anew"),
    rule("control-character", XML, Refused, "XML 1.0 has no such character, and the parser stops", "take control characters out; every export of nisba does"),

    // Graphs.
    rule("id-characters", &[Gephi], Fine, "Gephi warns of spaces and letters other than ASCII in ids, and keeps them", "ids in ASCII, names in labels"),
    rule("node-id-twice", &[Gephi, NetworkX, Igraph], Changed, "nodes of one id become one; the last values win", "give each node an id of its own"),
    rule("node-id-twice", &[Graphology], Refused, "a second node of one id is an error", "give each node an id of its own"),
    rule("node-id-twice", &[Neo4j], Refused, "a second node of one id ends the import", "give each node an id of its own, or import with --skip-duplicate-nodes"),
    rule("unknown-end", &[Gephi, NetworkX, Igraph], Changed, "an edge to a node that is not listed makes a node without label or values", "list every node"),
    rule("unknown-end", &[Graphology], Refused, "an edge to a node that is not listed is an error", "list every node"),
    rule("unknown-end", &[Neo4j], Refused, "a relationship of an id that no node table has ends the import", "list every node, in the id space that the header names"),
    rule("edge-id-twice-same-ends", &[Gephi, NetworkX, Graphology], Lost, "of edges with one id between the same nodes one is kept", "give each edge an id of its own in the whole file"),
    rule("edge-id-twice-other-ends", &[Gephi], Lost, "of edges with one id one is kept", "give each edge an id of its own in the whole file"),
    rule("edge-id-twice-other-ends", &[Graphology], Refused, "a second edge of one id between other nodes is an error", "give each edge an id of its own in the whole file"),
    rule("parallel-same-kind", &[Gephi], Lost, "parallel edges of one kind, or of none, are merged: weights are added, of other values the last wins", "a kind an edge: --to gexf, csv or graphml, each with --grain aggregated; or choose \"Don't merge\" on import"),
    rule("zero-weight", &[Gephi], Lost, "edges of weight 0 are left out", "a weight above 0"),
    rule("mixed-directions", &[NetworkX], Refused, "a graph must be directed or undirected as a whole", "make every edge directed, and say in an attribute where the direction means nothing"),
    rule("mixed-directions", &[Igraph], Changed, "every edge becomes directed", "say in an attribute where the direction means nothing"),
    rule("not-a-number", &[NetworkX, Igraph], Refused, "the value is not of the type that is declared", "declare the attribute string, or mend the value"),
    rule("not-a-number", &[Gephi], Lost, "the value is not of the type that is declared, and is left out", "declare the attribute string, or mend the value"),
    rule("not-a-number", &[Graphology], Changed, "the value becomes NaN", "declare the attribute string, or mend the value"),

    rule("other-digits", &[Igraph], Refused, "digits of another script (٥) are no number", "write 5"),
    rule("other-digits", &[Gephi], Lost, "digits of another script (٥) are no number, and the value is left out", "write 5"),
    rule("other-digits", &[Graphology], Changed, "digits of another script (٥) become NaN", "write 5"),

    // GEXF.
    rule("gexf-no-namespace", &[NetworkX], Refused, "without GEXF's namespace no graph is found", "xmlns=\"http://gexf.net/1.3\""),
    rule("gexf-two-edge-blocks", &[Graphology], Refused, "only the last attributes block of edges is known; values of the others are an error", "one block: write --to gexf, or --to graphology"),
    rule("undeclared-attribute", &[NetworkX, Graphology], Refused, "a value of an attribute that is not declared is an error", "declare it in attributes"),
    rule("undeclared-attribute", &[Gephi], Lost, "a value of an attribute that is not declared is left out", "declare it in attributes"),
    rule("gexf-type", &[NetworkX], Refused, "the type is unknown (KeyError)", "string for dates, integer, double or boolean"),
    rule("gexf-type", &[Gephi], Lost, "the type is unknown, and the column is left out", "string for dates, integer, double or boolean"),
    rule("gexf-rare-type", &[NetworkX], Refused, "the type is unknown to NetworkX (KeyError)", "string, long, double or boolean"),
    rule("gexf-list", &[NetworkX], Changed, "a liststring stays one text in brackets", "split it after reading, or write --to node-link"),
    rule("gexf-kind", &[NetworkX], Lost, "the attribute kind of edges is not read", "say it in an attvalue too"),
    rule("gexf-edge-type", &[Gephi], Changed, "only directed and undirected are known; another type is an error in its log, and the default counts", "type=\"directed\", or two edges"),
    rule("gexf-edge-type", &[NetworkX], Changed, "a mutual edge becomes two, of one id", "type=\"directed\", or two edges"),
    rule("gexf-edge-type", &[Graphology], Refused, "only directed and undirected are known", "type=\"directed\", or two edges"),
    rule("gexf-timestamps-as-intervals", &[Gephi], Lost, "every time is left out: without timerepresentation=\"timestamp\" times are intervals", "timerepresentation=\"timestamp\" on graph, or --to gexf-dynamic"),
    rule("gexf-partial-date", &[Gephi], Lost, "a time that is not a whole day (2024-05) cannot be read", "the first day, and how much is known in an attribute"),
    rule("gexf-overlap", &[Gephi], Lost, "intervals of one element that overlap or touch are refused", "timestamps: --to gexf-dynamic"),
    rule("gexf-timestamp", &[NetworkX], Lost, "timestamps are not read: ('None', 'None')", "dates in attributes: --to gexf"),
    rule("gexf-time", &[Graphology], Lost, "times and spells are not read", "dates in attributes: --to gexf, or --to graphology"),

    // GraphML.
    rule("graphml-key-without-for", &[Gephi], Changed, "label and weight are not known as such", "for=\"node\" or for=\"edge\" on each key"),
    rule("graphml-key-without-for", &[Igraph], Lost, "the key is left out", "for=\"node\" or for=\"edge\" on each key"),
    rule("graphml-key-without-type", &[Igraph], Lost, "the key is left out", "attr.type on each key"),
    rule("graphml-key-without-name", &[NetworkX], Refused, "a key without a name is unknown", "attr.name on each key"),
    rule("graphml-key-without-name", &[Gephi, Graphology], Lost, "the values of a key without a name are lost, or mixed with others", "attr.name on each key"),
    rule("graphml-yed", &[Gephi, Igraph, Graphology], Lost, "yEd's shapes, and the labels in them, are not read", "write --to graphml"),
    rule("graphml-type", &[NetworkX, Igraph, Graphology], Refused, "GraphML has no such type", "string for dates, and a long to sort by"),
    rule("graphml-type", &[Gephi], Lost, "GraphML has no such type, and the column is left out", "string for dates, and a long to sort by"),
    rule("graphml-reserved-name", &[Gephi], Changed, "Gephi takes the column for the look of the graph, and its text for a number", "another name"),
    rule("graphml-key-id-twice", &[NetworkX, Graphology, Gephi], Changed, "one of the declarations wins, for nodes and edges alike", "give each key an id of its own: n_kind, e_kind"),
    rule("graphml-default", &[NetworkX], Lost, "defaults are not filled in", "write every value"),
    rule("graphml-undeclared-key", &[NetworkX], Refused, "data of a key that is not declared is an error", "declare the key"),
    rule("graphml-undeclared-key", &[Igraph, Gephi], Lost, "data of a key that is not declared is left out", "declare the key"),
    rule("graphml-boolean-missing", &[Igraph], Changed, "where there is no value it reads false", "write every value, or make it a string"),
    rule("graphml-whole-numbers", &[Igraph], Fine, "whole numbers come back as 3.0", "nothing"),
    rule("graphml-hyperedge", &[NetworkX], Refused, "hyperedges are not supported", "a node for what joins more than two"),
    rule("graphml-hyperedge", &[Gephi, Igraph, Graphology], Lost, "hyperedges are left out", "a node for what joins more than two"),
    rule("graphml-nested-graph", &[NetworkX, Igraph], Lost, "what stands in a graph within a node is left out", "one flat graph"),
    rule("graphml-nested-graph", &[Gephi, Graphology], Changed, "the nodes within become nodes beside the others", "one flat graph"),
    rule("graphml-edge-id", &[Igraph], Lost, "ids of edges are lost: the attribute id holds those of nodes (igraph 1.0)", "repeat the id in a key of its own: --to graphml has event_id"),

    // DOT.
    rule("dot-syntax", &[Graphviz, NetworkX], Refused, "it is no DOT", "quote every name; double every backslash; close strings"),
    rule("dot-syntax", &[Gephi], Changed, "its importer reads on past the error, and guesses", "quote every name; double every backslash; close strings"),
    rule("dot-backslash-at-end", &[Graphviz, NetworkX], Refused, "a backslash before the closing quotation mark escapes it, and the string goes on", "double every backslash"),
    rule("dot-arrow", &[Graphviz], Refused, "-> belongs in a digraph, -- in a graph", "the other arrow"),
    rule("dot-long-string", &[Graphviz], Refused, "strings are cut at 16384 bytes, and the error speaks of a missing quote", "cut long texts; write --to dot"),
    rule("dot-strict", &[Graphviz, NetworkX, Gephi], Lost, "of parallel edges the last is kept", "no strict"),
    rule("dot-key", &[Graphviz, NetworkX], Lost, "edges of one key between the same nodes become one", "another name than key for the attribute"),
    rule("dot-defaults", &[Gephi], Refused, "at node [...], edge [...] or graph [...] its importer skips to the next brace: it reads nothing", "write --to dot-plain, or better --to gexf"),
    rule("dot-assignment", &[Gephi], Changed, "name=value becomes nodes of that name and value", "write --to dot-plain, or better --to gexf"),
    rule("dot-cluster", &[Gephi], Changed, "what belongs to a group becomes nodes", "write --to dot-plain, or better --to gexf"),
    rule("dot-port", &[Gephi], Changed, "a port becomes a node", "leave ports out"),
    rule("dot-port", &[NetworkX], Changed, "pydot takes the port for a part of the name", "leave ports out"),
    rule("dot-markup", &[Gephi], Lost, "labels in markup are cut", "labels in quotation marks"),
    rule("dot-markup", &[NetworkX], Changed, "the markup stays in the value", "labels in quotation marks"),
    rule("dot-no-spaces", &[Gephi], Lost, "an arrow without spaces about it is part of a name", "spaces about arrows"),
    rule("dot-escape", &[Graphviz], Changed, "\\N, \\G, \\E, \\T, \\H and \\L stand for names, before another letter the backslash is lost, \\u0645 is no letter", "double the backslash; write letters as UTF-8"),
    rule("dot-record", &[Graphviz], Fine, "in a record { } | < > divide the label into fields", "shape=\"box\" if they are text"),
    rule("dot-arabic-font", &[Graphviz], Changed, "without a font that has Arabic letters they may be boxes, or not joined", "fontname=\"DejaVu Sans\" on graph, node and edge; render by pango, not gd"),
    rule("dot-arabic-date", &[Graphviz], Changed, "a date after Arabic is drawn backwards: 01-05-2024", "isolates about it (U+2066, U+2069), or 2024/05/01; write --to dot"),
    rule("dot-quoted-value", &[NetworkX], Changed, "values keep their quotation marks (pydot)", "strip them, or write --to graphml"),

    // Gephi's tables.
    rule("nodes-not-given", &[Gephi], Fine, "a table of edges alone makes nodes without labels", "load the nodes first, then the edges with \"Append to existing workspace\"; give both files to this check"),
    rule("table-headless", &[Gephi], Changed, "without a header of Source and Target, or Id, it is read as a list of neighbours", "a header: Id,Source,Target,Type,Kind,Label,Weight"),
    rule("table-backslash-at-end", &[Gephi], Refused, "a backslash before the closing quotation mark is an escape: the table does not end, and no row is read", "double every backslash; write --to csv"),
    rule("table-backslash", &[Gephi], Changed, "a backslash is an escape, and is lost", "double every backslash; write --to csv"),
    rule("table-header-space", &[Gephi], Changed, "a space in the header may be taken for the delimiter", "names without spaces"),
    rule("table-days", &[Gephi], Changed, "a column of days becomes a column of timestamps, whatever its name", "Timeset for the time of the graph; otherwise text that is no bare day: 2025-08-15 (day)"),
    rule("table-partial-day", &[Gephi], Changed, "one 2024-05 among the first 25 rows makes a column of days text", "the first day in Timeset, and how much is known in another column"),
    rule("table-timeset", &[Gephi], Lost, "the time cannot be read", "whole days: <[2024-05-01]>, <[2024-05-01, 2024-05-31]>, or 2024-05-01T10:30:00"),
    rule("table-direction", &[Gephi], Changed, "anything but Undirected is directed", "Directed or Undirected"),
    rule("table-leading-zero", &[Gephi], Changed, "the column is taken for numbers, and leading zeros are lost", "letters before the code: cameo:042"),
    rule("table-type-guess", &[Gephi], Lost, "the column is taken for whole numbers by its first 25 rows; later values are lost", "write 1.0 from the first row on"),

    // Neo4j's tables.
    rule("neo4j-quote", &[Neo4j], Refused, "something stands behind a closing quotation mark; a quotation mark is escaped by doubling it alone", "\"\" and no backslash; write --to neo4j"),
    rule("neo4j-line-break", &[Neo4j], Refused, "a field of several lines ends the import", "spaces for line breaks (--to neo4j), or --multiline-fields=true"),
    rule("neo4j-header-space", &[Neo4j], Changed, "a name with a space must be written in back-ticks ever after", "names without spaces"),
    rule("neo4j-type", &[Neo4j], Refused, "there is no such type of column", "int, long, float, double, boolean, string, date, datetime, ..., each also with []"),
    rule("neo4j-value", &[Neo4j], Refused, "the value is not of the column's type", "whole days for date; otherwise string"),
    rule("neo4j-no-type", &[Neo4j], Refused, "a relationship without a type ends the import", "a value in :TYPE"),
    rule("neo4j-type-name", &[Neo4j], Fine, "a type that is not of capitals and underscores must be written in back-ticks", "MET, CALLED"),

    // JSON.
    rule("json-syntax", ALL, Refused, "it is no JSON", "mend the file, or write it anew"),
    rule("json-no-graph", &[NetworkX], Refused, "there is no list of nodes and edges", "write --to node-link"),
    rule("json-no-graph", &[Graphology], Lost, "there are no nodes with a key: the graph is empty, and no error is told", "write --to graphology"),
    rule("json-for-graphology", &[NetworkX], Lost, "node_link_graph takes it without a word: it numbers the nodes, makes others of the ends of edges, and leaves values in a dict", "write --to node-link"),
    rule("json-links", &[NetworkX], Refused, "since NetworkX 3.4 the list is named edges (KeyError)", "node_link_graph(data, edges=\"links\"), or write --to node-link"),
    rule("json-direction", &[NetworkX], Changed, "where directed is not told the graph is undirected", "\"directed\": true"),
    rule("json-not-multigraph", &[NetworkX], Lost, "of parallel edges the last is kept", "\"multigraph\": true"),
    rule("json-no-id", &[NetworkX], Changed, "nodes without an id are numbered, and edges do not find them", "an id on each node"),
    rule("graphology-no-key", &[Graphology], Refused, "a node without a key is an error", "a key on each node"),
    rule("graphology-not-multi", &[Graphology], Refused, "a parallel edge is an error", "\"options\": {\"multi\": true}"),
    rule("graphology-key-twice", &[Graphology], Refused, "a second edge of one key is an error", "give each edge a key of its own"),
    rule("graphology-self-loop", &[Graphology], Refused, "an edge from a node to itself is an error", "\"options\": {\"allowSelfLoops\": true}"),
    rule("graphology-direction", &[Graphology], Refused, "an edge of the other direction is an error", "\"options\": {\"type\": \"mixed\"}"),
    rule("graphology-type", &[Graphology], Changed, "sigma takes the attribute type for the program that draws it, and stops", "another name: relation, kind"),
    rule("cytoscape-value", &[NetworkX], Refused, "cytoscape_graph looks for data.value of each node (KeyError)", "write --to node-link"),
    rule("cytoscape-flat", &[NetworkX], Refused, "cytoscape_graph wants elements.nodes and elements.edges", "write --to node-link"),
];

/// Returns what the reader makes of what was seen.
pub(super) fn findings(seen: &Sightings, reader: Reader) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, sighting) in seen.seen() {
        let Some(rule) = RULES.iter().find(|rule| rule.name == sighting.rule && rule.readers.contains(&reader)) else {
            continue;
        };
        findings.push(Finding {
            severity: rule.severity,
            rule: rule.name,
            file: file.to_owned(),
            line: sighting.line,
            place: sighting.place.clone(),
            count: sighting.count,
            what: rule.what,
            fix: rule.fix,
        });
    }
    // Stable: files and places stay in their order.
    findings.sort_by_key(|finding| finding.severity);
    findings
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_reader_has_one_verdict_on_a_trap() {
        let mut pairs = BTreeSet::new();
        for rule in RULES {
            for &reader in rule.readers {
                assert!(pairs.insert((rule.name, reader)), "{}: two verdicts for {reader}", rule.name);
            }
            assert!(!rule.what.is_empty() && !rule.fix.is_empty());
        }
    }
}
