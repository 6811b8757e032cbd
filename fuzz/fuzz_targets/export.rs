//! Graphs of any names, ids and texts in every format, each read back: by `check` for each of its readers, by a JSON
//! or RDF parser of another origin, and as XML.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use nisba::export::check::{Reader, Severity, check};
use nisba::export::{Format, Options, write};
use nisba::graph::{Builder, EntityInfo, Filter, Grain, KnowledgeGraph};
use nisba_fuzz::pipeline;

/// Who takes which format without complaint.
fn readers(format: Format) -> &'static [Reader] {
    match format {
        Format::GraphMl | Format::GraphMlStrict => {
            &[Reader::Gephi, Reader::NetworkX, Reader::Igraph, Reader::Graphology]
        }
        Format::Gexf => &[Reader::Gephi, Reader::NetworkX, Reader::Graphology],
        Format::Dot | Format::DotPlain => &[Reader::Graphviz],
        Format::Csv => &[Reader::Gephi],
        Format::Neo4j => &[Reader::Neo4j],
        Format::NodeLink => &[Reader::NetworkX],
        Format::Graphology => &[Reader::Graphology],
        _ => &[],
    }
}

fn well_formed(bytes: &[u8]) {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    reader.config_mut().check_end_names = true;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).expect("XML is well formed") {
            quick_xml::events::Event::Eof => return,
            _ => buffer.clear(),
        }
    }
}

fn read_back(graph: &KnowledgeGraph, format: Format, files: &[(String, Vec<u8>)]) {
    let given: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    for &reader in readers(format) {
        let report = check(&given, reader);
        let bad = report.findings.iter().find(|finding| finding.severity == Severity::Refused);
        assert!(bad.is_none(), "{format} for {reader}: {bad:?}\n{}", String::from_utf8_lossy(&files[0].1));
        assert_eq!(report.nodes, graph.node_count(), "{format} for {reader}\n{}", String::from_utf8_lossy(&files[0].1));
    }
    for (_, bytes) in files {
        match format {
            Format::GraphMl | Format::GraphMlStrict | Format::GraphMlYed | Format::Gexf | Format::GexfDynamic => {
                well_formed(bytes);
            }
            Format::NodeLink | Format::D3 | Format::Graphology | Format::Cytoscape | Format::JsonLd => {
                serde_json::from_slice::<serde_json::Value>(bytes).expect("JSON");
            }
            Format::JsonLines | Format::Ftm => {
                for line in bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
                    serde_json::from_slice::<serde_json::Value>(line).expect("a line of JSON");
                }
            }
            Format::Turtle => oxttl::TurtleParser::new().for_slice(bytes).for_each(|triple| {
                triple.expect("Turtle");
            }),
            Format::NQuads => oxttl::NQuadsParser::new().for_slice(bytes).for_each(|quad| {
                quad.expect("N-Quads");
            }),
            Format::Html => {
                let page = std::str::from_utf8(bytes).expect("UTF-8");
                assert_eq!(page.matches("</script").count(), page.matches("<script").count());
                assert!(page.contains("Content-Security-Policy"));
            }
            _ => {}
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let mut data = Unstructured::new(data);
    let Ok(records) = nisba_fuzz::records(&mut data) else { return };
    let grain = if data.arbitrary().unwrap_or_default() { Grain::Events } else { Grain::Aggregated };
    let rdf_12 = data.arbitrary().unwrap_or_default();
    let mut builder = Builder::new(grain, Filter::default());
    records.iter().for_each(|record| builder.add(record));
    let graph = builder.finish(&|id| EntityInfo::of(pipeline().gazetteer(), id));
    let scripts = data.int_in_range(0..=31).unwrap_or(1) == 0;
    for &format in Format::ALL {
        // The page is large; some will do.
        if format == Format::Parquet || (format == Format::Html && !scripts) {
            continue;
        }
        let mut files = Vec::new();
        for &part in format.parts() {
            let mut bytes = Vec::new();
            write(
                &graph,
                format,
                part,
                &Options { rdf_12: rdf_12 && format != Format::JsonLd, ..Options::default() },
                &mut bytes,
            )
            .unwrap_or_else(|error| panic!("{format}: {error}"));
            let name = part.path(std::path::Path::new("g").with_extension(format.extension()).as_path());
            files.push((name.to_string_lossy().into_owned(), bytes));
        }
        read_back(&graph, format, &files);
    }
});
