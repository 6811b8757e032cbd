#!/usr/bin/env python3
"""Sentences put together of lists, and which of them are read otherwise than they must be.

    python3 scripts/grammars.py NISBA [--show N]

NISBA is the program to try (target/release/nisba). Each grammar crosses ways to name somebody with ways to tell something; what must
come out is known of all of them. Prints, for each grammar, how many sentences there are and how many are read wrong, with N of these
(10 by default). Exits with 1 where more are wrong than `BOUND` allows. Of the English ones in `grammars_en.py` and
`grammars_contact.py` all that is told must be right.
"""

import argparse
import json
import subprocess
import sys

import grammars_contact
import grammars_done
import grammars_en
import grammars_en_passive
import grammars_light
import grammars_titles

DATE = "2020-03-05"

# How many of each grammar may be read wrong: what is reached.
BOUND = {"two sides": 2, "one to another": 64, "each of three": 0, "around a clause": 0, "second sentence": 0, "english": 6}
TEMPLATES = grammars_en.GRAMMARS | grammars_contact.GRAMMARS
BOUND |= dict.fromkeys(TEMPLATES, 0)
BOUND |= {"light verbs": 0, "light verbs, english": 0, "titles": 0}
BOUND |= {"done by another": 0, "said behind a quotation": 0, "passives of deeds": 0}

# ---- two or three who act together: who, how the verb agrees (singular, feminine, dual, plural), how many pairs ------------------------

TOGETHER = [
    ("بوتين وأردوغان", "dual", 1),
    ("الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان", "dual", 1),
    ("الرئيسان الروسي والتركي", "dual", 1),
    ("رئيسا روسيا وتركيا", "dual", 1),
    ("وزيرا الخارجية الروسي والتركي", "dual", 1),
    ("وزيرا خارجية روسيا وتركيا", "dual", 1),
    ("وزيرا الخارجية في روسيا وتركيا", "dual", 1),
    ("وزير الخارجية الروسي سيرغي لافروف ونظيره التركي مولود جاويش أوغلو", "dual", 1),
    ("وزراء خارجية روسيا وتركيا وإيران", "plural", 3),
    ("وزراء الخارجية الروسي والتركي والإيراني", "plural", 3),
    ("وزراء الخارجية في روسيا وتركيا وإيران", "plural", 3),
    ("قادة روسيا وتركيا وإيران", "plural", 3),
    ("رؤساء كل من روسيا وتركيا وإيران", "plural", 3),
    ("روسيا وتركيا", "feminine", 1),
    ("موسكو وأنقرة", "feminine", 1),
    ("وفدان روسي وتركي", "dual", 1),
    ("وفدا روسيا وتركيا", "dual", 1),
    ("الوفدان الروسي والتركي", "dual", 1),
    ("مسؤولون روس وأتراك", "plural", 1),
    ("مسؤولون من روسيا وتركيا", "plural", 1),
    ("خبراء من روسيا وتركيا", "plural", 1),
    ("ممثلون عن روسيا وتركيا", "plural", 1),
    ("الجانبان الروسي والتركي", "dual", 1),
    ("الحكومتان الروسية والتركية", "feminine", 1),
    ("بوتين ونظيره التركي", "dual", 1),
    ("كل من بوتين وأردوغان", "dual", 1),
]

# What they do: behind the verb that opens the sentence it is singular, behind them it agrees.
DEEDS = [
    ("اجتمع", "اجتمعت", "اجتمعا", "اجتمعوا", ""),
    ("التقى", "التقت", "التقيا", "التقوا", ""),
    ("عقد", "عقدت", "عقدا", "عقدوا", "اجتماعا"),
    ("أجرى", "أجرت", "أجريا", "أجروا", "محادثات"),
    ("بحث", "بحثت", "بحثا", "بحثوا", "الأزمة السورية"),
    ("ناقش", "ناقشت", "ناقشا", "ناقشوا", "الأزمة"),
    ("استأنف", "استأنفت", "استأنفا", "استأنفوا", "المفاوضات"),
    ("اتفق", "اتفقت", "اتفقا", "اتفقوا", "على هدنة"),
    ("وقع", "وقعت", "وقعا", "وقعوا", "اتفاقا"),
    ("يجتمع", "تجتمع", "يجتمعان", "يجتمعون", "غدا"),
    ("سيلتقي", "ستلتقي", "سيلتقيان", "سيلتقون", ""),
]


def two_sides():
    for who, agrees, pairs in TOGETHER:
        for singular, feminine, dual, plural, rest in DEEDS:
            opens = feminine if agrees == "feminine" else singular
            behind = plural if agrees == "plural" else dual
            yield f"{opens} {who} {rest}".strip() + " في جنيف.", pairs
            yield f"{who} {behind} {rest}".strip() + " في جنيف.", pairs


# ---- one who does something to another -------------------------------------------------------------------------------------------------

ACTORS = [
    "بوتين",
    "فلاديمير بوتين",
    "الرئيس الروسي",
    "الرئيس الروسي فلاديمير بوتين",
    "رئيس روسيا فلاديمير بوتين",
    "السيد فلاديمير بوتين رئيس روسيا الاتحادية",
    "فلاديمير بوتين، رئيس روسيا،",
    "سيد الكرملين فلاديمير بوتين",
    "وزير الخارجية الروسي سيرغي لافروف",
    "المبعوث الأمريكي إلى إيران برايان هوك",
]
OTHERS = [
    "أردوغان",
    "رجب طيب أردوغان",
    "الرئيس التركي",
    "الرئيس التركي رجب طيب أردوغان",
    "رئيس تركيا رجب طيب أردوغان",
    "وزير الخارجية التركي مولود جاويش أوغلو",
    "الأمين العام للأمم المتحدة أنطونيو غوتيريش",
    "المستشارة الألمانية أنغيلا ميركل",
    "العاهل الأردني الملك عبد الله الثاني",
    "ولي العهد السعودي الأمير محمد بن سلمان",
    "سمو الشيخ محمد بن زايد آل نهيان ولي عهد أبوظبي",
    "السفير التركي لدى موسكو",
    "مبعوث الأمم المتحدة إلى سوريا غير بيدرسن",
]
# The verb, what stands behind it, and what leads to the other one.
TO_ANOTHER = [
    ("استقبل", "", ""),
    ("التقى", "", ""),
    ("التقى", "", "ب"),
    ("اجتمع", "", "مع "),
    ("اجتمع", "", "ب"),
    ("هاتف", "", ""),
    ("اتصل", "هاتفيا", "ب"),
    ("أجرى", "اتصالا هاتفيا", "مع "),
    ("تلقى", "اتصالا هاتفيا", "من "),
    ("بعث", "برسالة", "إلى "),
    ("تلقى", "رسالة", "من "),
    ("أجرى", "محادثات", "مع "),
    ("عقد", "جلسة مباحثات", "مع "),
    ("تباحث", "", "مع "),
    ("بحث", "العلاقات الثنائية", "مع "),
    ("هنأ", "", ""),
    ("شكر", "", ""),
    ("انتقد", "", ""),
    ("حذر", "", ""),
    ("أطلع", "", ""),
    ("أبلغ", "", ""),
    ("أشاد", "", "ب"),
]
BESIDES = ["", "اليوم ", "أمس الأحد ", "في موسكو "]


def one_to_another():
    for v, (verb, rest, leads) in enumerate(TO_ANOTHER):
        for a, actor in enumerate(ACTORS):
            for o, other in enumerate(OTHERS):
                beside = BESIDES[(v + a + o) % len(BESIDES)]
                rest_of = f" {rest}" if rest else ""
                yield f"{verb} {beside}{actor}{rest_of} {leads}{other}.", 1
                yield f"{actor} {verb}{rest_of} {beside}{leads}{other}.", 1


# ---- one who does something to each of three -----------------------------------------------------------------------------------------------

ONE = [
    "الرئيس المصري عبد الفتاح السيسي",
    "وزير خارجية البحرين عبد اللطيف الزياني",
    "رئيس مجلس النواب اللبناني نبيه بري",
    "الشيخ تميم بن حمد آل ثاني أمير دولة قطر",
]
# Three people each, or the countries of three.
THREE = [
    ("وزير الخارجية الفرنسي جان إيف لودريان", "وزير الخارجية الألماني هايكو ماس", "وزير الخارجية الإيطالي لويجي دي مايو"),
    ("نظيره الفرنسي جان إيف لودريان", "نظيره الألماني هايكو ماس", "نظيره الإيطالي لويجي دي مايو"),
    ("نظرائه الفرنسي جان إيف لودريان", "الألماني هايكو ماس", "الإيطالي لويجي دي مايو"),
    ("الرئيس الفرنسي إيمانويل ماكرون", "المستشارة الألمانية أنغيلا ميركل", "رئيس الوزراء البريطاني بوريس جونسون"),
    ("إيمانويل ماكرون", "أنغيلا ميركل", "بوريس جونسون"),
    ("وزير النفط هيثم الغيص", "وزير المالية براك الشيتان", "محافظ البنك المركزي محمد الهاشل"),
    ("السفير الأمريكي لدى القاهرة جوناثان كوهين", "السفير البريطاني جيفري آدامز", "سفيرة كندا نيكولا جونسون"),
    ("وزراء خارجية فرنسا", "ألمانيا", "إيطاليا"),
    ("سفراء فرنسا", "ألمانيا", "إيطاليا"),
]
JOINED = ["{0} و{1} و{2}", "{0}، و{1}، و{2}", "{0}، {1}، و{2}", "كل من {0} و{1} و{2}", "كلا من {0}، و{1}، و{2}"]
TO_EACH = """التقى {s} {o} في نيويورك.
اجتمع {s} مع {o}.
عقد {s} اجتماعات منفصلة مع {o}.
عقد {s} اليوم سلسلة لقاءات مع {o}.
أجرى {s} اتصالات هاتفية مع {o}.
هاتف {s} {o}.
بحث {s} مع {o} سبل التعاون.
استقبل {s} {o}.
وعلى هامش المؤتمر، التقى {s} {o}، لبحث الأزمة.
تلقى {s} اتصالات هاتفية من {o}.
شارك {s} في القمة، حيث التقى {o}.
أشاد {s} بجهود {o}.
دعا {s} {o} إلى ضبط النفس.""".splitlines()


def each_of_three():
    for one in ONE:
        for three in THREE:
            # "كل من وزراء" counts the ministers, not their countries.
            joined = JOINED[:3] if three[0].startswith(("نظرائه", "وزراء", "سفراء")) else JOINED
            for join in joined:
                for template in TO_EACH:
                    yield template.format(s=one, o=join.format(*three)), 3


# ---- what stands around a clause, with its status ----------------------------------------------------------------------------------------

AROUND = [
    ("قال {s} إنه سيلتقي {o} غدا.", "planned"),
    ("قال {s}، خلال لقائه {o}، إن الأزمة معقدة.", "happened"),
    ("أكد {s} عقب لقائه {o} في موسكو أهمية الحوار.", "happened"),
    ("أعلن {s} في ختام محادثات أجراها مع {o} التوصل إلى تفاهم.", "happened"),
    ("جاء ذلك خلال لقاء جمع {s} و{o}.", "happened"),
    ("جاء ذلك خلال استقبال {s} {o}.", "happened"),
    ("جاء ذلك في اتصال هاتفي أجراه {s} مع {o}.", "happened"),
    ("من المقرر أن يلتقي {s} {o} الأسبوع المقبل.", "planned"),
    ("ينتظر أن يستقبل {s} {o}.", "planned"),
    ("يعتزم {s} لقاء {o}.", "planned"),
    ("أبدى {s} استعداده للقاء {o}.", "possible"),
    ("قد يلتقي {s} {o} في نيويورك.", "possible"),
    ("لم يلتق {s} {o}.", "denied"),
    ("نفى المتحدث أن يكون {s} قد التقى {o}.", "denied"),
    ("رفض {s} لقاء {o}.", "denied"),
    ("ألغى {s} لقاءه مع {o}.", "denied"),
    ("كان {s} قد التقى {o} الشهر الماضي.", "happened"),
    ("وسبق أن التقى {s} {o} في أنقرة.", "happened"),
    ("وتناولت المحادثات التي أجراها {s} مع {o} الأزمة.", "happened"),
    ("يتوجه {s} غدا إلى أنقرة للقاء {o}.", "planned"),
    ("وصل {s} إلى عمان حيث التقى {o}.", "happened"),
    ("وصل {s} إلى عمان، وكان في استقباله {o}.", "happened"),
    ("غادر {s} عمان بعد أن التقى {o}.", "happened"),
    ("{s}: بحثت مع {o} الأزمة", "happened"),
    ("لقاء {s} و{o} في موسكو", "happened"),
    ("تسلم {s} رسالة من {o} نقلها المبعوث الخاص.", "happened"),
    ("بعث {s} برقية تهنئة إلى {o} بمناسبة العيد.", "happened"),
    ("حمل {s} {o} مسؤولية التصعيد.", "happened"),
    ("أثنى {s} على جهود {o}.", "happened"),
    ("رحب {s} بتصريحات {o}.", "happened"),
    ("رفض {s} اقتراح {o}.", "happened"),
]


def around_a_clause():
    for template, status in AROUND:
        for actor in ["بوتين", "الرئيس الروسي فلاديمير بوتين", "الرئيس الروسي"]:
            for other in ["أردوغان", "الرئيس التركي رجب طيب أردوغان", "الرئيس التركي", "الملك عبد الله الثاني"]:
                yield template.format(s=actor, o=other), status


# ---- a second sentence that goes on with a pronoun, a surname or a bare title ------------------------------------------------------------

# Full name with title, surname, bare title.
PEOPLE = [
    ("الرئيس الروسي فلاديمير بوتين", "بوتين", "الرئيس الروسي"),
    ("وزير الخارجية المصري سامح شكري", "شكري", "الوزير المصري"),
    ("رئيس الوزراء العراقي عادل عبد المهدي", "عبد المهدي", "رئيس الوزراء العراقي"),
    ("العاهل الأردني الملك عبد الله الثاني", "عبد الله الثاني", "العاهل الأردني"),
]
THIRD = "الرئيس الفرنسي إيمانويل ماكرون"
FIRST = ["التقى {a} {b} في جنيف أمس.", "استقبل {a} {b}.", "أجرى {a} محادثات مع {b}.", "هاتف {a} {b}."]
# {s} and {o}: the surnames of the two, {t} and {u} their bare titles; who does what to whom: a, b, or the third.
SECOND = [
    ("كما التقى {p}.", "a", "met", "p"),
    ("ثم اجتمع مع {p}.", "a", "met", "p"),
    ("وهاتف {s} {p}.", "a", "called", "p"),
    ("وكان {s} قد التقى {p} الشهر الماضي.", "a", "met", "p"),
    ("والتقى {t} في وقت لاحق {p}.", "a", "met", "p"),
    ("وأطلعه على تطورات الملف.", "a", "briefed", "b"),
    ("وسلمه رسالة من {p}.", "p", "wrote_to", "b"),
    ("ودعاه إلى ضبط النفس.", "a", "demanded_of", "b"),
    ("وأشاد {s} بجهود {o}.", "a", "praised", "b"),
    ("وقال {o} إنه سيلتقي {p}.", "b", "met", "p"),
    ("واتفق الجانبان على هدنة.", "a", "agreed_with", "b"),
    ("واتفقا على عقد اجتماع.", "a", "agreed_with", "b"),
    ("وانتقد {u} {p}.", "b", "criticised", "p"),
    ("وتلقى {s} اتصالا هاتفيا من {p}.", "p", "called", "a"),
]


def second_sentence():
    for a in PEOPLE:
        for b in PEOPLE:
            for first in FIRST if a != b else []:
                for second, doer, told, other in SECOND:
                    names = {"s": a[1], "o": b[1], "t": a[2], "u": b[2], "p": THIRD}
                    who = {"a": a[0], "b": b[0], "p": THIRD}
                    text = first.format(a=a[0], b=b[0]) + " " + second.format(**names)
                    yield text, (who[doer], told, who[other])


# ---- English -----------------------------------------------------------------------------------------------------------------------------

ENGLISH_ACTORS = [
    "Putin",
    "Russian President Vladimir Putin",
    "The Russian president",
    "Russian Foreign Minister Sergei Lavrov",
    "Russia's Foreign Minister Sergei Lavrov",
    "Mr. Putin",
]
ENGLISH_OTHERS = [
    "Erdogan",
    "Turkish President Recep Tayyip Erdogan",
    "Turkey's President Recep Tayyip Erdogan",
    "the Turkish president",
    "UN Secretary-General Antonio Guterres",
    "King Abdullah II of Jordan",
    "German Chancellor Angela Merkel",
    "the Turkish ambassador to Moscow",
]
ENGLISH = """{s} met {o} in Moscow on Monday.
{s} held talks with {o} in Ankara.
{s} spoke by phone with {o} on Monday.
{s} telephoned {o}.
{s} received {o} at the Kremlin.
{s} discussed Syria with {o} by phone.
{s} received a phone call from {o}.
{s} sent a letter to {o}.
{s} received a letter from {o}.
{s} briefed {o} on the talks.
{s} thanked {o} for his help.
{s} accused {o} of lying.
{s} urged {o} to show restraint.
{s} is due to meet {o} on Friday.
{s} may meet {o} in New York.
{s} did not meet {o}.
{s} canceled a meeting with {o}.
{s} said he had met {o} in Paris.
{s} made the remarks during a meeting with {o}.
{s} was received by {o} in Ankara.
{s} joined {o} for talks in Sochi.
{s} threatened {o} with sanctions.
{s} rejected a proposal by {o}.
{s} welcomed {o}'s decision.
A summit between {s} and {o} was held in Sochi.
{s} and {o} agreed to cooperate.""".splitlines()


def english():
    for template in ENGLISH:
        for actor in ENGLISH_ACTORS:
            for other in ENGLISH_OTHERS:
                inner = actor if template.startswith("{s}") else actor.replace("The ", "the ")
                yield template.format(s=inner, o=other), 1


# ---- reading and judging ---------------------------------------------------------------------------------------------------------------------

GRAMMARS = {
    "two sides": (two_sides, "ar"),
    "one to another": (one_to_another, "ar"),
    "each of three": (each_of_three, "ar"),
    "around a clause": (around_a_clause, "ar"),
    "second sentence": (second_sentence, "ar"),
    "english": (english, "en"),
}
GRAMMARS |= {"light verbs": (grammars_light.arabic, "ar"), "light verbs, english": (grammars_light.english, "en")}
GRAMMARS |= {"titles": (grammars_titles.arabic, "ar")}
GRAMMARS |= {"done by another": (grammars_done.done, "ar"), "said behind a quotation": (grammars_done.said, "ar")}
GRAMMARS |= {"passives of deeds": (grammars_en_passive.english, "en")}
GRAMMARS |= {name: (lambda lines=lines: grammars_en.cases(lines), "en") for name, lines in TEMPLATES.items()}
SYMMETRIC = {"met", "talked_with", "negotiated_with", "agreed_with"}


def read(nisba, texts, lang):
    """Returns what is told of each text: its relations but offices."""
    lines = (json.dumps({"id": str(i), "lang": lang, "date": DATE, "text": text}) for i, text in enumerate(texts))
    done = subprocess.run([nisba, "extract", "-q", "-"], input="\n".join(lines) + "\n", capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr or f"{nisba} failed")
    told = {}
    for line in done.stdout.splitlines():
        document = json.loads(line)
        told[int(document["id"])] = [row for row in document["relations"] if row["predicate"] != "holds_office"]
    return [told[i] for i in range(len(texts))]


def name_of(nisba):
    """Returns the ids that each name of PEOPLE and THIRD is given."""
    full = [person[0] for person in PEOPLE] + [THIRD]
    told = read(nisba, [f"انتقد {name} السودان." for name in full], "ar")
    return {name: set(rows[0]["subject"]) for name, rows in zip(full, told, strict=True) if rows}


def is_row(row, doer, told, other):
    """Whether a row tells something of two ids, in either order where it has none."""
    ends = [(doer, other)] + ([(other, doer)] if told in SYMMETRIC else [])
    return row["predicate"] == told and any(a in row["subject"] and b in row["object"] for a, b in ends)


def holds(rows, wanted, ids):
    if isinstance(wanted, set):
        return all(any(is_row(row, *one) for row in rows) for one in wanted)
    if isinstance(wanted, list):
        return grammars_en.is_told(rows, wanted, ids, SYMMETRIC)
    if isinstance(wanted, int):
        return len(rows) == wanted
    if isinstance(wanted, str):
        return any(row["status"] == wanted and row["predicate"] != "visited" for row in rows)
    doer, told, other = wanted
    pairs = [(ids.get(doer, set()), ids.get(other, set()))]
    pairs += [pairs[0][::-1]] if told in SYMMETRIC else []
    return any(
        row["predicate"] == told and set(row["subject"]) & a and set(row["object"]) & b for row in rows for a, b in pairs
    )


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("nisba", metavar="NISBA")
    options.add_argument("--show", type=int, default=10, metavar="N")
    given = options.parse_args()
    ids = name_of(given.nisba) | grammars_en.ids_of(lambda texts: read(given.nisba, texts, "en"))
    worse = False
    for name, (grammar, lang) in GRAMMARS.items():
        cases = list(grammar())
        told = read(given.nisba, [text for text, _ in cases], lang)
        wrong = [(text, rows) for (text, wanted), rows in zip(cases, told, strict=True) if not holds(rows, wanted, ids)]
        print(f"{name}: {len(cases)} sentences, {len(wrong)} wrong, {BOUND[name]} allowed")
        for text, rows in wrong[: given.show]:
            rows = [" ".join((row["subject"][0], row["predicate"], row["object"][0], row["status"])) for row in rows]
            print(f"  {text}  {'; '.join(rows) or 'nothing'}")
        worse |= len(wrong) > BOUND[name]
    return int(worse)


if __name__ == "__main__":
    sys.exit(main())
