//! Arabic inflection, as far as news prose needs it: third persons, first persons of quotations, suffixes.
//!
//! **Source:** Ryding, *A Reference Grammar of Modern Standard Arabic* (2005), chapters 21–25 (verbs), 5 and 7
//! (nouns), 12 (pronouns). Vowel signs are not written; spelling variants that the normal form unites are given once.

use super::trigger::{Pos, Pronoun, Shape, Tense};
use crate::gazetteer::{Gender, Number};

const M: Option<Gender> = Some(Gender::Masculine);
const F: Option<Gender> = Some(Gender::Feminine);

/// The pronoun suffixes of the third person.
const SUFFIXES: [(&str, Pronoun); 4] = [
    ("ه", Pronoun { gender: M, number: Number::Singular, speaks: false }),
    ("ها", Pronoun { gender: F, number: Number::Singular, speaks: false }),
    ("هما", Pronoun { gender: None, number: Number::Dual, speaks: false }),
    ("هم", Pronoun { gender: M, number: Number::Plural, speaks: false }),
];

/// The pronoun suffixes of who speaks, where they are spelt like nothing else.
const OURS: Pronoun = Pronoun { gender: None, number: Number::Plural, speaks: true };
const MINE: Pronoun = Pronoun { gender: None, number: Number::Singular, speaks: true };

/// What somebody bears (تحمل), and somebody is charged with by a verb of two objects (حمل) whose present is spelt alike.
const BORNE: [&str; 4] = ["المسؤولية", "مسؤولية", "المسئولية", "مسئولية"];

/// Returns every form of a row with its grammar.
pub(super) fn forms(pos: Pos, parts: &str) -> Vec<(String, Shape)> {
    let mut out = Vec::new();
    match pos {
        Pos::Verb => parts.split('|').for_each(|verb| out.extend(verb_forms(verb.trim()))),
        Pos::Noun => parts.split('|').for_each(|stem| noun_forms(stem.trim(), &mut out)),
        Pos::Participle => parts.split('|').for_each(|stem| participle_forms(stem.trim(), &mut out)),
    }
    out
}

/// Returns every form of one verb, told as past and present and, behind a space, what always stands behind it.
fn verb_forms(parts: &str) -> Vec<(String, Shape)> {
    let mut out = Vec::new();
    let (head, tail) = parts.split_once(' ').map_or((parts, ""), |(h, t)| (h, t));
    let (past, present) = head.split_once('/').unwrap_or((head, ""));
    // /يقدر: a row of the present alone.
    if !past.is_empty() {
        past_forms(past, &mut out);
    }
    if !present.is_empty() {
        present_forms(past, present, &mut out);
    }
    if !tail.is_empty() {
        // وتحمله المسؤولية is of حمل, not of تحمل: who bears something has that for his object.
        if BORNE.contains(&tail) {
            out.retain(|(_, shape)| !matches!(shape, Shape::Verb { object: Some(_), .. }));
        }
        for (form, _) in &mut out {
            form.push(' ');
            form.push_str(tail);
        }
    }
    out
}

fn without_last(word: &str) -> &str {
    word.char_indices().next_back().map_or("", |(at, _)| &word[..at])
}

fn verb(tense: Tense, gender: Option<Gender>, number: Number, object: Option<Pronoun>) -> Shape {
    Shape::Verb { tense, gender, number, object }
}

/// Adds `bare`, and `joined` with each suffix.
fn with_suffixes(bare: String, joined: &str, shape: impl Fn(Option<Pronoun>) -> Shape, out: &mut Vec<(String, Shape)>) {
    for (suffix, pronoun) in SUFFIXES {
        out.push((format!("{joined}{suffix}"), shape(Some(pronoun))));
    }
    out.push((bare, shape(None)));
}

/// Past verbs that with ني are spelt like an adjective, a noun or a name: الفني is technical, منحنى a curve, راتني Ratney.
const NOT_TO_SPEAKER: [&str; 3] = ["ألف", "منح", "رأت"];

/// Adds `joined` with the suffixes of who speaks; `several` says whether نا can be nothing else. مدني is civil: not of two letters.
fn to_speaker(joined: &str, several: bool, shape: impl Fn(Option<Pronoun>) -> Shape, out: &mut Vec<(String, Shape)>) {
    if joined.chars().count() < 3 || NOT_TO_SPEAKER.contains(&joined) {
        return;
    }
    out.push((format!("{joined}ني"), shape(Some(MINE))));
    if several {
        out.push((format!("{joined}نا"), shape(Some(OURS))));
    }
}

fn past_forms(past: &str, out: &mut Vec<(String, Shape)>) {
    let weak = past.chars().count() > 2 && (past.ends_with('ى') || past.ends_with('ا'));
    let stem = if weak { without_last(past) } else { past };
    let glide = if past.ends_with('ا') { "و" } else { "ي" };
    let sg = |g| move |o| verb(Tense::Past, g, Number::Singular, o);
    let joined = if weak { format!("{stem}ا") } else { hamza_before_suffix(stem) };
    with_suffixes(past.to_owned(), &joined, sg(M), out);
    with_suffixes(format!("{stem}ت"), &format!("{stem}ت"), sg(F), out);
    // استقبلنا is "he received us" and "we received": only دعانا, of which "we" is دعونا, and the feminine tell them apart.
    to_speaker(&joined, weak, sg(M), out);
    to_speaker(&format!("{stem}ت"), true, sg(F), out);
    let dual = if weak { format!("{stem}{glide}ا") } else { format!("{stem}ا") };
    // دعواه, "they both called him", is spelt as "his lawsuit".
    if glide == "ي" {
        with_suffixes(dual.clone(), &dual, |o| verb(Tense::Past, M, Number::Dual, o), out);
    } else {
        out.push((dual, verb(Tense::Past, M, Number::Dual, None)));
    }
    with_suffixes(format!("{stem}تا"), &format!("{stem}تا"), |o| verb(Tense::Past, F, Number::Dual, o), out);
    let plural = |o| verb(Tense::Past, M, Number::Plural, o);
    with_suffixes(format!("{stem}وا"), &format!("{stem}و"), plural, out);
    if past.ends_with('أ') {
        // بدأ, هنأ: dual آ, plural ؤوا.
        let root = without_last(past);
        out.push((format!("{root}ءا"), verb(Tense::Past, M, Number::Dual, None)));
        out.push((format!("{root}ؤوا"), plural(None)));
    }
    let first = if weak { format!("{stem}{glide}") } else { shortened(stem) };
    out.push((format!("{first}نا"), verb(Tense::Past, None, Number::Plural, None)));
    // التقيت, زرت, استضفت: of other verbs "I" is spelt as "she", or (عدت, أبدت of أباد, استعدت, استقلت) as another word.
    let hollow = matches!(stem.chars().count(), 3 | 6) && !["عاد", "استعاد", "استقال"].contains(&past);
    if weak || first != stem && hollow {
        out.push((format!("{first}ت"), verb(Tense::Past, None, Number::Singular, None)));
    }
}

/// هنأ + ه is هنأه; a final ء takes a seat.
fn hamza_before_suffix(stem: &str) -> String {
    stem.to_owned()
}

/// The stem of a hollow verb before a consonant: زار, زر.
fn shortened(stem: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    match letters.as_slice() {
        [.., before, 'ا', last] if letters.len() <= 6 => {
            let mut short: String = letters[..letters.len() - 3].iter().collect();
            short.push(*before);
            short.push(*last);
            short
        }
        _ => stem.to_owned(),
    }
}

fn present_forms(past: &str, present: &str, out: &mut Vec<(String, Shape)>) {
    let body = present.strip_prefix('ي').unwrap_or(present);
    let weak = body.ends_with(['ي', 'ى', 'و']) && (past.ends_with('ى') || past.ends_with('ا') || past.ends_with('ي'));
    let stem = if weak { without_last(body) } else { body };
    // ى before a suffix is ا, before a dual ي.
    let joined = if let Some(root) = body.strip_suffix('ى') { format!("{root}ا") } else { body.to_owned() };
    let dual = if let Some(root) = body.strip_suffix('ى') { format!("{root}ي") } else { body.to_owned() };
    let hollow = past.chars().count() <= 6 && past.chars().rev().nth(1) == Some('ا');
    let mut jussive = None;
    if weak {
        jussive = Some(stem.to_owned());
    } else if hollow {
        let letters: Vec<char> = body.chars().collect();
        if letters.len() >= 3 && matches!(letters[letters.len() - 2], 'و' | 'ي' | 'ا') {
            let mut short: String = letters[..letters.len() - 2].iter().collect();
            short.push(letters[letters.len() - 1]);
            jussive = Some(short);
        }
    }
    for (future, tense) in [("", Tense::Present), ("س", Tense::Future)] {
        for (prefix, gender) in [("ي", M), ("ت", F)] {
            let singular = |o| verb(tense, gender, Number::Singular, o);
            with_suffixes(format!("{future}{prefix}{body}"), &format!("{future}{prefix}{joined}"), singular, out);
            to_speaker(&format!("{future}{prefix}{joined}"), true, singular, out);
            out.push((format!("{future}{prefix}{dual}ا"), verb(tense, gender, Number::Dual, None)));
            let both = format!("{future}{prefix}{dual}ان");
            with_suffixes(both.clone(), &both, |o| verb(tense, gender, Number::Dual, o), out);
            if let (Some(jussive), Tense::Present) = (&jussive, tense) {
                with_suffixes(format!("{prefix}{jussive}"), &format!("{prefix}{jussive}"), singular, out);
            }
        }
        out.push((format!("{future}ي{stem}وا"), verb(tense, M, Number::Plural, None)));
        let many = format!("{future}ي{stem}ون");
        with_suffixes(many.clone(), &many, |o| verb(tense, M, Number::Plural, o), out);
        out.push((format!("{future}ن{body}"), verb(tense, None, Number::Plural, None)));
        out.push((format!("{future}أ{body}"), verb(tense, None, Number::Singular, None)));
        // لم نلتق; but shorter ones are spelt like other words: نقل, نجل, أقل.
        if let (Some(jussive), Tense::Present) = (&jussive, tense)
            && jussive.chars().count() > 2
            && weak
        {
            out.push((format!("ن{jussive}"), verb(tense, None, Number::Plural, None)));
            out.push((format!("أ{jussive}"), verb(tense, None, Number::Singular, None)));
        }
    }
}

/// Prepositions that may open a phrase of which the noun behind them inflects: في استقباله, على شرفها.
const OPENERS: [&str; 10] =
    ["في", "على", "على رأس", "في مقدمة", "في مقدم", "في طليعة", "بين", "من بين", "ضمن", "من ضمن"];

fn noun_forms(stem: &str, out: &mut Vec<(String, Shape)>) {
    if let Some((opener, noun)) = stem.rsplit_once(' ')
        && OPENERS.contains(&opener)
    {
        let mut forms = Vec::new();
        noun_forms(noun, &mut forms);
        out.extend(forms.into_iter().map(|(form, shape)| (format!("{opener} {form}"), shape)));
        return;
    }
    let (head, tail) = stem.split_once(' ').map_or((stem, ""), |(h, t)| (h, t));
    let noun = |definite, owner| Shape::Noun { definite, owner };
    let mut forms = vec![(head.to_owned(), noun(false, None)), (format!("ال{head}"), noun(true, None))];
    let feminine = head.ends_with('ة');
    if !feminine && !head.ends_with(['ء', 'ا', 'ى']) && !head.ends_with("ات") {
        forms.push((format!("{head}ا"), noun(false, None)));
    }
    let joined = if let Some(root) = head.strip_suffix('ة') {
        format!("{root}ت")
    } else if let Some(root) = head.strip_suffix('ى') {
        format!("{root}ا")
    } else {
        head.to_owned()
    };
    let mut seats = vec![joined.clone()];
    if let Some(root) = head.strip_suffix('ء') {
        seats.push(format!("{root}ئ"));
        seats.push(format!("{root}ؤ"));
    }
    for seat in &seats {
        for (suffix, pronoun) in SUFFIXES {
            forms.push((format!("{seat}{suffix}"), noun(true, Some(pronoun))));
        }
    }
    for seat in &seats {
        forms.push((format!("{seat}نا"), noun(true, Some(OURS))));
    }
    // زيارتي, لقائي, محادثاتي: of other nouns ي makes an adjective (هجومي), too.
    if feminine || head.ends_with("ات") {
        forms.push((format!("{joined}ي"), noun(true, Some(MINE))));
    } else if let Some(root) = head.strip_suffix('ء') {
        forms.push((format!("{root}ئي"), noun(true, Some(MINE))));
    }
    let dual = seats.get(1).filter(|_| false).unwrap_or(&joined);
    for ending in ["ان", "ين"] {
        forms.push((format!("{dual}{ending}"), noun(false, None)));
        forms.push((format!("ال{dual}{ending}"), noun(true, None)));
    }
    // زيارتيه, لقاءيه, جولتيها: the dual with a pronoun.
    if !head.ends_with("ات") {
        for (suffix, pronoun) in SUFFIXES {
            forms.push((format!("{joined}ي{suffix}"), noun(true, Some(pronoun))));
        }
    }
    // رسالتي تهنئة, زيارتا الرئيس: the dual before a genitive; of a masculine noun (لقاءي) its letters are an adjective's.
    if feminine {
        for ending in ["ا", "ي"] {
            forms.push((format!("{joined}{ending}"), noun(false, None)));
        }
    }
    if tail.is_empty() {
        out.extend(forms);
    } else {
        // The adjective agrees in definiteness: اتصال هاتفي, الاتصال الهاتفي, اتصاله الهاتفي, اتصالا هاتفيا.
        for (form, shape) in forms {
            let Shape::Noun { definite, .. } = shape else { continue };
            if definite {
                let adjectives: Vec<String> = tail.split(' ').map(|w| format!("ال{w}")).collect();
                out.push((format!("{form} {}", adjectives.join(" ")), shape));
            } else {
                out.push((format!("{form} {tail}"), shape));
                if form.ends_with('ا') && !tail.ends_with('ة') {
                    out.push((format!("{form} {tail}ا"), shape));
                }
            }
        }
    }
}

/// A stem written with the ending of the accusative (مطالبا) is read as a circumstance only: المتهم is whom others accuse,
/// and مطالب are demands.
fn participle_forms(stem: &str, out: &mut Vec<(String, Shape)>) {
    if let Some(stem) = stem.strip_suffix('ا') {
        let root = stem.strip_suffix('ي').filter(|r| r.chars().count() > 2).unwrap_or(stem);
        let shape = |gender, number| Shape::Participle { gender, number, definite: false };
        out.push((format!("{stem}ا"), shape(M, Number::Singular)));
        out.push((format!("{stem}ة"), shape(F, Number::Singular)));
        out.push((format!("{root}ين"), shape(M, Number::Plural)));
        return;
    }
    let root = stem.strip_suffix('ي').filter(|r| r.chars().count() > 2).unwrap_or(stem);
    for (article, definite) in [("", false), ("ال", true)] {
        let shape = |gender, number| Shape::Participle { gender, number, definite };
        out.push((format!("{article}{stem}"), shape(M, Number::Singular)));
        out.push((format!("{article}{stem}ا"), shape(M, Number::Singular)));
        out.push((format!("{article}{stem}ة"), shape(F, Number::Singular)));
        for ending in ["ين", "ون"] {
            out.push((format!("{article}{root}{ending}"), shape(M, Number::Plural)));
        }
        out.push((format!("{article}{stem}ان"), shape(M, Number::Dual)));
        out.push((format!("{article}{stem}ات"), shape(F, Number::Plural)));
        if !definite {
            out.push((format!("{root}و"), shape(M, Number::Plural)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normal_form;

    #[track_caller]
    fn check(pos: Pos, parts: &str, expected: &[&str]) {
        let forms: Vec<Vec<u8>> = forms(pos, parts).iter().map(|(f, _)| normal_form(f)).collect();
        for word in expected {
            assert!(forms.contains(&normal_form(word)), "{parts}: {word} is missing");
        }
    }

    #[test]
    fn verbs_inflect() {
        check(
            Pos::Verb,
            "التقى/يلتقي",
            &[
                "التقت",
                "التقيا",
                "التقوا",
                "التقاه",
                "التقته",
                "يلتقي",
                "تلتقي",
                "سيلتقي",
                "يلتقيان",
                "يلتقون",
                "يلتق",
                "سيلتقيه",
                "التقينا",
                "التقيت",
            ],
        );
        check(
            Pos::Verb,
            "زار/يزور",
            &[
                "زارت",
                "زاروا",
                "زارها",
                "يزورون",
                "تزور",
                "سيزور",
                "يزر",
                "زرنا",
                "زاراه",
                "زارتاها",
                "يزورانه",
                "يزورونها",
            ],
        );
        check(Pos::Verb, "دعا/يدعو", &["دعت", "دعوا", "دعاه", "يدعون", "تدعو", "يدع"]);
        check(Pos::Verb, "استقبل/يستقبل", &["استقبله", "استقبلته", "استقبلا", "ستستقبل", "يستقبلان", "استقبلهم"]);
        check(Pos::Verb, "استضاف/يستضيف", &["استضفت", "استضفنا", "استضافت", "يستضف"]);
        check(Pos::Verb, "أجرى/يجري", &["أجريا", "أجرت", "أجراها", "يجريان", "ستجري", "يجرون"]);
    }

    #[test]
    fn nouns_inflect() {
        check(Pos::Noun, "لقاء|لقاءات", &["اللقاء", "لقائه", "لقاؤه", "لقاءاتها", "لقاءين", "لقاءات"]);
        check(Pos::Noun, "زيارة", &["الزيارة", "زيارته", "زيارتين", "زيارتها"]);
        check(Pos::Noun, "في استقبال|على رأس مستقبلي", &["في استقباله", "في استقبالها", "على رأس مستقبليه"]);
        check(Pos::Noun, "اتصال هاتفي", &["الاتصال الهاتفي", "اتصالا هاتفيا", "اتصاله الهاتفي", "اتصال هاتفي"]);
    }

    #[test]
    fn participles_inflect() {
        check(Pos::Participle, "مشيد", &["مشيدا", "مشيدة", "مشيدين", "المشيد"]);
        check(Pos::Participle, "داعيا", &["داعيا", "داعية", "داعين"]);
        assert!(forms(Pos::Participle, "مطالبا").iter().all(|(form, _)| !form.starts_with("ال")));
    }
}
