//! The page: what it is given of the fixture, nasty strings and all.

use nisba::export::{Format, Part};
use nisba::graph::Grain;
use serde_json::Value;

use super::{fixture, graph, text};

fn data(grain: Grain) -> Value {
    let page = text(grain, Format::Html, Part::Whole);
    let (_, rest) = page.split_once("<script id=\"data\" type=\"application/json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_page_holds_every_relation_with_its_evidence() {
    for &grain in Grain::ALL {
        let (data, graph) = (data(grain), graph(grain, &fixture::records()));
        let rows = |key: &str| data[key].as_array().unwrap();
        assert_eq!(rows("nodes").len(), graph.node_count());
        let relations: u64 = rows("edges").iter().map(|edge| edge[5].as_u64().unwrap()).sum();
        assert_eq!(relations, graph.counts().kept);
        let evidence: usize = rows("edges").iter().map(|edge| edge[6].as_array().unwrap().len()).sum();
        assert_eq!(evidence, graph.edge_count(), "one sentence an edge of the graph");
        assert!(rows("texts").contains(&fixture::NASTY.into()), "every character survives");
        let names = data["names"].as_object().unwrap();
        assert!(names.contains_key("org:kremlin"), "a reporter who is no node has a name: {names:?}");
    }
}

#[test]
fn the_same_records_make_the_same_page() {
    let page = || text(Grain::Events, Format::Html, Part::Whole);
    assert_eq!(page(), page());
    assert_eq!(page().matches("<script").count(), 2, "no text adds an element");
}
