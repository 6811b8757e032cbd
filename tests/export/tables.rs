//! The Parquet tables of the fixture, read back: types, keys between the tables, every character.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;

use nisba::document::Lang;
use nisba::export::{Format, Part};
use nisba::graph::{Builder, Filter, Grain, Name, Office};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};

use super::{bytes, fixture, graph};

fn read(bytes: &[u8]) -> SerializedFileReader<File> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    SerializedFileReader::new(file).unwrap()
}

fn rows(grain: Grain, part: Part) -> Vec<Row> {
    let file = read(&bytes(&graph(grain, &fixture::records()), Format::Parquet, part));
    file.get_row_iter(None).unwrap().map(Result::unwrap).collect()
}

fn field<'r>(row: &'r Row, name: &str) -> &'r Field {
    row.get_column_iter().find(|(column, _)| *column == name).unwrap_or_else(|| panic!("no column {name}")).1
}

fn text<'r>(row: &'r Row, name: &str) -> &'r str {
    match field(row, name) {
        Field::Str(text) => text,
        Field::Null => "",
        other => panic!("{name} is {other}"),
    }
}

fn list(row: &Row, name: &str) -> Vec<String> {
    match field(row, name) {
        Field::ListInternal(list) => list
            .elements()
            .iter()
            .map(|element| match element {
                Field::Str(text) => text.clone(),
                other => panic!("{name} holds {other}"),
            })
            .collect(),
        other => panic!("{name} is {other}"),
    }
}

#[test]
fn keys_lead_from_table_to_table() {
    for (grain, count) in [(Grain::Aggregated, 9), (Grain::Events, 12)] {
        let ids = |part, column: &str| -> Vec<String> {
            rows(grain, part).iter().map(|row| text(row, column).to_owned()).collect()
        };
        let [entities, relations, documents] =
            [Part::Entities, Part::Relations, Part::Documents].map(|part| ids(part, "id"));
        let set = |ids: &[String]| ids.iter().cloned().collect::<BTreeSet<_>>();
        for (ids, size) in [(&entities, 7), (&relations, count), (&documents, 6)] {
            assert_eq!((ids.len(), set(ids).len()), (size, size));
        }
        assert!(set(&ids(Part::Relations, "subject")).is_subset(&set(&entities)));
        assert!(set(&ids(Part::Relations, "object")).is_subset(&set(&entities)));
        assert_eq!(ids(Part::Evidence, "relation"), relations);
        assert!(set(&ids(Part::Evidence, "document")).is_subset(&set(&documents)));
        let told_by = rows(grain, Part::Relations).iter().flat_map(|row| list(row, "documents")).collect::<Vec<_>>();
        assert!(set(&told_by) == set(&documents));
    }
}

#[test]
fn values_have_types_and_keep_every_character() {
    let relations = rows(Grain::Aggregated, Part::Relations);
    let of_kind = |kind: &str| relations.iter().find(|row| text(row, "kind") == kind).unwrap();
    let met = of_kind("met");
    let day = jiff::civil::date(1970, 1, 1).until(jiff::civil::date(2025, 8, 15)).unwrap().get_days();
    assert_eq!((field(met, "date"), text(met, "date_precision")), (&Field::Date(day), "day"));
    assert_eq!((field(met, "weight"), field(met, "confidence")), (&Field::Long(3), &Field::Null));
    assert_eq!(field(met, "texts"), &Field::Long(list(met, "documents").len() as i64), "no document copies another");
    assert_eq!(list(met, "publishers"), ["The Example", "وكالة \"أ & ب\""]);
    assert_eq!(field(of_kind("called-planned"), "confidence"), &Field::Double(0.8));
    assert_eq!((text(met, "cameo_code"), field(met, "quad_class")), ("040", &Field::Long(1)));
    assert_eq!(list(of_kind("called-planned"), "dates"), ["2025-09"]);
    assert_eq!(text(of_kind("called-planned"), "date_precision"), "month");
    let denied = of_kind("called-denied");
    assert_eq!((field(denied, "date"), field(denied, "cameo_root")), (&Field::Null, &Field::Null));
    assert_eq!((list(denied, "dates").len(), field(denied, "symmetric")), (0, &Field::Bool(false)));

    let evidence = rows(Grain::Aggregated, Part::Evidence);
    assert!(evidence.iter().any(|row| text(row, "sentence") == fixture::NASTY));
    let documents = rows(Grain::Aggregated, Part::Documents);
    assert!(documents.iter().any(|row| text(row, "publisher") == "وكالة \"أ & ب\""));
    assert!(documents.iter().any(|row| text(row, "id") == "ar-3" && field(row, "date") == &Field::Null));
    let entities = rows(Grain::Aggregated, Part::Entities);
    let new = entities.iter().find(|row| text(row, "id") == "new:abu-layth").unwrap();
    assert_eq!((text(new, "name_ar"), field(new, "is_new")), ("أبو \"الليث\" & <ابنه> \\", &Field::Bool(true)));
}

#[test]
fn lists_of_names_and_offices_have_their_order_and_their_gaps() {
    let entity = |id: &str| {
        let mut info = fixture::entity(id)?;
        if id == "Q7747" {
            let name = |lang, text: &str| Name { lang, text: text.to_owned() };
            info.aliases = vec![name(Lang::Ar, "بوتين"), name(Lang::En, "Putin"), name(Lang::En, "V. \"P.\"\\")];
            let office = |key: &str, start: &str, end: Option<&str>| Office {
                key: key.to_owned(),
                title_ar: "رئيس".to_owned(),
                title_en: String::new(),
                of: Some("RU".into()),
                of_ar: String::new(),
                of_en: String::new(),
                start: start.parse().ok(),
                end: end.and_then(|end| end.parse().ok()),
            };
            info.offices =
                vec![office("prime_minister", "2008-05-08", Some("2012-05")), office("president", "2012", None)];
        }
        Some(info)
    };
    let mut builder = Builder::new(Grain::Events, Filter::default());
    fixture::records().iter().for_each(|record| builder.add(record));
    let file = read(&bytes(&builder.finish(&entity), Format::Parquet, Part::Entities));
    let rows: Vec<Row> = file.get_row_iter(None).unwrap().map(Result::unwrap).collect();
    for row in &rows {
        let is_putin = text(row, "id") == "Q7747";
        assert_eq!(list(row, "aliases_en"), if is_putin { vec!["Putin", "V. \"P.\"\\"] } else { vec![] });
        let Field::ListInternal(offices) = field(row, "offices") else { panic!("no list") };
        let shown: Vec<String> = offices.elements().iter().map(ToString::to_string).collect();
        assert_eq!(shown.len(), if is_putin { 2 } else { 0 });
        if is_putin {
            assert!(
                shown[0].starts_with("{office: \"prime_minister\", title_ar: \"رئيس\", title_en: null, of_id: \"RU\"")
            );
            assert!(
                shown[0].contains("end_date: 2012-05-31") && shown[0].contains("end_precision: \"month\""),
                "{shown:?}"
            );
            assert!(shown[1].contains("start_precision: \"year\", end_date: null"), "{shown:?}");
        }
    }
}

#[test]
fn a_file_says_what_it_is_and_an_empty_one_has_its_columns() {
    for records in [fixture::records(), Vec::new()] {
        for &part in Format::Parquet.parts() {
            let file = read(&bytes(&graph(Grain::Events, &records), Format::Parquet, part));
            let about = file.metadata().file_metadata();
            assert_eq!(about.created_by(), Some(concat!("nisba version ", env!("CARGO_PKG_VERSION"))));
            let value = |key: &str| {
                let entry = about.key_value_metadata().unwrap().iter().find(|entry| entry.key == key);
                entry.and_then(|entry| entry.value.clone()).unwrap()
            };
            assert!(value("nisba.description").contains("grain events"));
            let described: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(&value("nisba.columns")).unwrap();
            let columns = about.schema().get_fields();
            assert_eq!(described.len(), columns.len());
            assert!(
                columns.iter().all(|column| described[column.name()].as_str().is_some_and(|text| !text.is_empty()))
            );
            assert_eq!(about.num_rows() == 0, records.is_empty());
        }
    }
}
