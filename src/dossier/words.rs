//! The words of the pages, in Arabic and English.

use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::relation::Family;

/// The words of one language.
pub(super) struct Words {
    pub(super) dir: &'static str,
    pub(super) dossier: &'static str,
    pub(super) names: &'static str,
    pub(super) offices: &'static str,
    pub(super) only_documents: &'static str,
    pub(super) mentions: &'static str,
    pub(super) documents: &'static str,
    pub(super) events: &'static str,
    pub(super) texts: &'static str,
    pub(super) first: &'static str,
    pub(super) last: &'static str,
    pub(super) by_month: &'static str,
    pub(super) by_year: &'static str,
    pub(super) month: &'static str,
    pub(super) year: &'static str,
    pub(super) contacts: &'static str,
    pub(super) who: &'static str,
    pub(super) key_events: &'static str,
    pub(super) ahead: &'static str,
    pub(super) denied: &'static str,
    pub(super) quotes: &'static str,
    pub(super) quotes_note: &'static str,
    pub(super) timeline: &'static str,
    pub(super) roles: &'static str,
    pub(super) places: &'static str,
    pub(super) place: &'static str,
    pub(super) publishers: &'static str,
    pub(super) sources: &'static str,
    pub(super) more: &'static str,
    pub(super) no_date: &'static str,
    pub(super) nothing: &'static str,
    pub(super) note: &'static str,
    pub(super) made_by: &'static str,
}

const ENGLISH: Words = Words {
    dir: "ltr",
    dossier: "Dossier",
    names: "Other names",
    offices: "Offices",
    only_documents: "Known from the documents only; the gazetteer does not list it.",
    mentions: "Mentions",
    documents: "Documents",
    events: "Events",
    texts: "Distinct texts",
    first: "First",
    last: "Last",
    by_month: "Events by month",
    by_year: "Events by year",
    month: "Month",
    year: "Year",
    contacts: "Contacts",
    who: "Who",
    key_events: "Key events",
    ahead: "Planned or possible",
    denied: "Denied",
    quotes: "On its word",
    quotes_note: "What documents tell with this source.",
    timeline: "Timeline",
    roles: "Offices told",
    places: "Places",
    place: "Place",
    publishers: "Publishers",
    sources: "Sources",
    more: "more",
    no_date: "No date",
    nothing: "Nothing is told in these documents.",
    note: "What several documents tell alike is one event. A date in brackets is that of the first document that tells it. \
           Numbers in square brackets name the sources. Read by a program: check the sentence before you rely on it.",
    made_by: "Made by Nisba",
};

const ARABIC: Words = Words {
    dir: "rtl",
    dossier: "ملف",
    names: "أسماء أخرى",
    offices: "المناصب",
    only_documents: "معروف من الوثائق وحدها، وليس في المعجم.",
    mentions: "مرات الذكر",
    documents: "الوثائق",
    events: "الأحداث",
    texts: "النصوص المستقلة",
    first: "الأول",
    last: "الأخير",
    by_month: "الأحداث حسب الشهر",
    by_year: "الأحداث حسب السنة",
    month: "الشهر",
    year: "السنة",
    contacts: "جهات الاتصال",
    who: "من",
    key_events: "أهم الأحداث",
    ahead: "مقرر أو محتمل",
    denied: "منفي",
    quotes: "نقلا عنه",
    quotes_note: "ما ترويه الوثائق عن هذا المصدر.",
    timeline: "التسلسل الزمني",
    roles: "مناصب ذكرتها الوثائق",
    places: "الأماكن",
    place: "المكان",
    publishers: "الناشرون",
    sources: "المصادر",
    more: "غيرها",
    no_date: "بلا تاريخ",
    nothing: "لا شيء في هذه الوثائق.",
    note: "ما ترويه عدة وثائق على نحو واحد حدث واحد. التاريخ بين قوسين هو تاريخ أول وثيقة روته. الأرقام بين معقوفين أرقام \
           المصادر. قرأها برنامج: راجع الجملة قبل أن تعتمد عليها.",
    made_by: "أعده برنامج نسبة",
};

impl Words {
    pub(super) fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::Ar => &ARABIC,
            Lang::En => &ENGLISH,
        }
    }
}

pub(super) fn family(family: Family, lang: Lang) -> &'static str {
    let (arabic, english) = match family {
        Family::Contact => ("اتصال", "Contact"),
        Family::Cooperation => ("تعاون", "Cooperation"),
        Family::Conflict => ("نزاع", "Conflict"),
        Family::Role => ("منصب", "Role"),
        Family::CoOccurrence => ("ورود معا", "Together"),
    };
    if lang == Lang::Ar { arabic } else { english }
}

pub(super) fn kind(kind: EntityKind, lang: Lang) -> &'static str {
    let (arabic, english) = match kind {
        EntityKind::Person => ("شخص", "person"),
        EntityKind::Country => ("دولة", "country"),
        EntityKind::City => ("مدينة", "city"),
        EntityKind::Region => ("منطقة", "region"),
        EntityKind::Organisation => ("جهة", "organisation"),
    };
    if lang == Lang::Ar { arabic } else { english }
}
