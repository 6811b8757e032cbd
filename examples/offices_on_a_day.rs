//! Asks the gazetteer alone: who held which office of a country on a day.
//!
//! `cargo run --example offices_on_a_day -- EG 2013-02-01`
#![allow(clippy::print_stdout, reason = "a program")]

use nisba::gazetteer::Gazetteer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let country = arguments.next().unwrap_or("EG".to_owned());
    let day = arguments.next().unwrap_or("2013-02-01".to_owned()).parse()?;
    let gazetteer = Gazetteer::embedded()?;
    let of = gazetteer.key(&country).ok_or("no entity has this id")?;
    let offices = gazetteer.offices();
    for name in ["president", "prime_minister", "foreign_minister", "defence_minister"] {
        let holder = offices.id(name).and_then(|office| gazetteer.holder(office, of, day));
        let holder = holder.map_or("nobody known", |holder| gazetteer.get(holder).name_en);
        println!("{}: {holder}", name.replace('_', " "));
    }
    Ok(())
}
