//! A column: its name, what it holds, how its value is taken from a row, and how values become levels.

use std::borrow::Cow;

use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::writer::SerializedRowGroupWriter;
use jiff::civil::Date;

use crate::document::PartialDate;
use crate::graph::Office;

/// One column of a table whose rows are `R`.
pub(super) struct Column<R> {
    pub(super) name: &'static str,
    /// What it holds, for the reader of the file.
    pub(super) about: &'static str,
    pub(super) take: Take<R>,
}

/// How a value is taken from a row: its type, and whether it may be unknown.
pub(super) enum Take<R> {
    Key(for<'a> fn(&'a R) -> Cow<'a, str>),
    Text(for<'a> fn(&'a R) -> Option<Cow<'a, str>>),
    Day(fn(&R) -> Option<Date>),
    Count(fn(&R) -> i64),
    Integer(fn(&R) -> Option<i64>),
    Real(fn(&R) -> Option<f64>),
    Flag(fn(&R) -> bool),
    Texts(for<'a> fn(&'a R) -> Vec<Cow<'a, str>>),
    Offices(for<'a> fn(&'a R) -> &'a [Office]),
}

/// What a column takes its values from: rows, or the items of a list in each row.
enum Items<'r, R> {
    Rows(&'r [R]),
    Lists(Vec<&'r [R]>),
}

type Group<'a, 'w> = &'a mut SerializedRowGroupWriter<'w, Vec<u8>>;

impl<R> Column<R> {
    pub(super) fn new(name: &'static str, take: Take<R>, about: &'static str) -> Self {
        Column { name, about, take }
    }

    /// Returns the field of the message type.
    pub(super) fn schema(&self) -> String {
        let name = self.name;
        match &self.take {
            Take::Key(_) => format!("required binary {name} (STRING); "),
            Take::Text(_) => format!("optional binary {name} (STRING); "),
            Take::Day(_) => format!("optional int32 {name} (DATE); "),
            Take::Count(_) => format!("required int64 {name}; "),
            Take::Integer(_) => format!("optional int64 {name}; "),
            Take::Real(_) => format!("optional double {name}; "),
            Take::Flag(_) => format!("required boolean {name}; "),
            Take::Texts(_) => list(name, "required binary element (STRING);"),
            Take::Offices(_) => {
                let fields: String = office().iter().map(Column::schema).collect();
                list(name, &format!("required group element {{ {fields} }}"))
            }
        }
    }

    /// Writes the values of a group of rows.
    pub(super) fn write(&self, rows: &[R], group: Group<'_, '_>) -> Result<(), ParquetError> {
        match &self.take {
            Take::Texts(take) => {
                let lists: Vec<Vec<Cow<'_, str>>> = rows.iter().map(take).collect();
                let lists = Items::Lists(lists.iter().map(Vec::as_slice).collect());
                put::<ByteArrayType, _>(&lists, false, |text| Some(bytes(text)), group)
            }
            Take::Offices(take) => {
                let lists = Items::Lists(rows.iter().map(take).collect());
                office().iter().try_for_each(|field| field.write_items(&lists, group))
            }
            _ => self.write_items(&Items::Rows(rows), group),
        }
    }

    fn write_items(&self, items: &Items<'_, R>, group: Group<'_, '_>) -> Result<(), ParquetError> {
        match &self.take {
            Take::Key(take) => put::<ByteArrayType, _>(items, false, |row| Some(bytes(&take(row))), group),
            Take::Text(take) => put::<ByteArrayType, _>(items, true, |row| take(row).map(|text| bytes(&text)), group),
            Take::Day(take) => put::<Int32Type, _>(items, true, |row| take(row).map(days), group),
            Take::Count(take) => put::<Int64Type, _>(items, false, |row| Some(take(row)), group),
            Take::Integer(take) => put::<Int64Type, _>(items, true, take, group),
            Take::Real(take) => put::<DoubleType, _>(items, true, take, group),
            Take::Flag(take) => put::<BoolType, _>(items, false, |row| Some(take(row)), group),
            Take::Texts(_) | Take::Offices(_) => Err(ParquetError::NYI("a list in a list".to_owned())),
        }
    }
}

fn list(name: &str, element: &str) -> String {
    format!("required group {name} (LIST) {{ repeated group list {{ {element} }} }} ")
}

/// Returns the fields of an office.
fn office() -> Vec<Column<Office>> {
    fn text(text: &str) -> Option<Cow<'_, str>> {
        (!text.is_empty()).then_some(text.into())
    }
    fn precision(date: Option<PartialDate>) -> Option<Cow<'static, str>> {
        date.map(|date| date.precision().name().into())
    }
    vec![
        Column::new("office", Take::Key(|office| (&*office.key).into()), "the office, such as foreign_minister"),
        Column::new("title_ar", Take::Text(|office| text(&office.title_ar)), ""),
        Column::new("title_en", Take::Text(|office| text(&office.title_en)), ""),
        Column::new("of_id", Take::Text(|office| office.of.as_deref().map(Cow::Borrowed)), ""),
        Column::new("start_date", Take::Day(|office| office.start.map(PartialDate::first_day)), ""),
        Column::new("start_precision", Take::Text(|office| precision(office.start)), ""),
        Column::new("end_date", Take::Day(|office| office.end.map(PartialDate::last_day)), ""),
        Column::new("end_precision", Take::Text(|office| precision(office.end)), ""),
    ]
}

/// Writes one physical column.
///
/// A definition level tells how much of the path to a value is there, a repetition level whether it begins a row (0) or goes
/// on with its list (1).
fn put<T: DataType, R>(
    items: &Items<'_, R>,
    may_be_unknown: bool,
    take: impl Fn(&R) -> Option<T::T>,
    group: Group<'_, '_>,
) -> Result<(), ParquetError> {
    let (mut values, mut definition, mut repetition) = (Vec::new(), Vec::new(), Vec::new());
    let depth = i16::from(matches!(items, Items::Lists(_)));
    let mut one = |item: Option<&R>, is_next: bool| {
        let value = item.and_then(&take);
        let known = i16::from(may_be_unknown && value.is_some());
        definition.push(item.map_or(0, |_| depth + known));
        repetition.push(i16::from(is_next));
        values.extend(value);
    };
    match items {
        Items::Rows(rows) => rows.iter().for_each(|row| one(Some(row), false)),
        Items::Lists(lists) => {
            for list in lists {
                list.iter().enumerate().for_each(|(index, item)| one(Some(item), index > 0));
                if list.is_empty() {
                    one(None, false);
                }
            }
        }
    }
    let definition = (depth > 0 || may_be_unknown).then_some(&*definition);
    let repetition = (depth > 0).then_some(&*repetition);
    let mut column = group.next_column()?.ok_or_else(|| ParquetError::General("a column too many".to_owned()))?;
    column.typed::<T>().write_batch(&values, definition, repetition)?;
    column.close()
}

fn bytes(text: &str) -> ByteArray {
    ByteArray::from(text)
}

/// Returns the days from 1970.
fn days(date: Date) -> i32 {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    EPOCH.until(date).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days(jiff::civil::date(1970, 1, 1)), 0);
        assert_eq!(days(jiff::civil::date(1969, 12, 31)), -1);
        assert_eq!(days(jiff::civil::date(2025, 8, 15)), 20_315);
    }
}
