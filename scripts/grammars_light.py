"""Light verbs with what they do as their object, counted and described in many ways: "carried out dozens of raids on Syria"."""

# What is told: the verbs (masculine, feminine), the nouns (indefinite plural, definite plural), and whom it reaches.
ARABIC = [
    ("attacked", [("شن", "شنت"), ("نفذ", "نفذت"), ("يشن", "تشن"), ("ينفذ", "تنفذ")],
     [("غارات", "الغارات"), ("هجمات", "الهجمات"), ("ضربات", "الضربات")], "على سوريا", "SY"),
    ("sanctioned", [("فرض", "فرضت"), ("يفرض", "تفرض"), ("أعلن", "أعلنت")], [("عقوبات", "العقوبات")], "على سوريا", "SY"),
    ("criticised", [("وجه", "وجهت"), ("كال", "كالت")], [("انتقادات", "الانتقادات"), ("اتهامات", "الاتهامات")],
     "إلى أردوغان", "Q39259"),
    ("talked_with", [("أجرى", "أجرت"), ("عقد", "عقدت"), ("يجري", "تجري"), ("يعقد", "تعقد")],
     [("محادثات", "المحادثات"), ("مباحثات", "المباحثات"), ("مشاورات", "المشاورات")], "مع أردوغان", "Q39259"),
    ("met", [("عقد", "عقدت"), ("أجرى", "أجرت")], [("لقاءات", "اللقاءات"), ("اجتماعات", "الاجتماعات")], "مع أردوغان", "Q39259"),
    ("called", [("أجرى", "أجرت")], [("اتصالات هاتفية", "الاتصالات الهاتفية")], "مع أردوغان", "Q39259"),
    ("aided", [("قدم", "قدمت"), ("أرسل", "أرسلت"), ("يقدم", "تقدم")], [("مساعدات", "المساعدات")], "إلى سوريا", "SY"),
    ("wrote_to", [("وجه", "وجهت"), ("بعث", "بعثت"), ("أرسل", "أرسلت")], [("رسائل", "الرسائل")], "إلى أردوغان", "Q39259"),
    ("agreed_with", [("وقع", "وقعت"), ("أبرم", "أبرمت")], [("اتفاقات", "الاتفاقات"), ("اتفاقيات", "الاتفاقيات")],
     "مع تركيا", "TR"),
    ("threatened", [("وجه", "وجهت"), ("أطلق", "أطلقت")], [("تهديدات", "التهديدات"), ("تحذيرات", "التحذيرات")],
     "إلى تركيا", "TR"),
    ("negotiated_with", [("أجرى", "أجرت"), ("خاض", "خاضت")], [("مفاوضات", "المفاوضات")], "مع تركيا", "TR"),
]
ARABIC_DOERS = [("إسرائيل", 1, "IL"), ("الرئيس الفرنسي إيمانويل ماكرون", 0, "Q3052772"), ("القوات الروسية", 1, "RU")]
ARABIC_COUNTS = [
    "{0}", "عدة {0}", "عددا من {1}", "سلسلة {0}", "سلسلة من {1}", "مئات {1}", "عشرات {1}", "العديد من {1}", "مزيدا من {1}",
    "المزيد من {1}", "جملة من {1}", "مجموعة من {1}", "{0} جديدة", "{0} واسعة", "{0} مكثفة", "حزمة {0}", "موجة {0}", "ثلاث {0}",
]  # fmt: skip

# What is told: the verbs, the nouns (singular, none where it has none, plural), and whom it reaches.
ENGLISH = [
    ("attacked", ["carried out", "launched", "conducted", "mounted", "staged"],
     [("air strike", "air strikes"), ("raid", "raids"), ("attack", "attacks"), ("strike", "strikes")],
     ["on Syria", "against Syria"], "SY"),
    ("sanctioned", ["imposed", "announced", "adopted", "approved"], [(None, "sanctions")], ["on Syria", "against Syria"], "SY"),
    ("talked_with", ["held", "had", "conducted"], [(None, "talks"), ("discussion", "discussions"), (None, "consultations")],
     ["with Turkey"], "TR"),
    ("met", ["held", "had"], [("meeting", "meetings")], ["with Erdogan"], "Q39259"),
    ("called", ["had", "held"], [("phone call", "phone calls"), ("telephone conversation", "telephone conversations")],
     ["with Erdogan"], "Q39259"),
    ("aided", ["sent", "provided", "gave", "delivered"], [(None, "relief supplies"), (None, "weapons")], ["to Syria"], "SY"),
    ("wrote_to", ["sent", "wrote", "addressed"], [("letter", "letters"), ("message", "messages")], ["to Erdogan"], "Q39259"),
    ("agreed_with", ["signed", "reached", "concluded"], [("agreement", "agreements"), ("deal", "deals")], ["with Turkey"], "TR"),
    ("threatened", ["issued", "made", "delivered"], [("threat", "threats"), ("warning", "warnings")], ["to Turkey"], "TR"),
    ("demanded_of", ["put", "exerted"], [(None, "pressure")], ["on Turkey"], "TR"),
    ("criticised", ["hurled", "made"], [("accusation", "accusations")], ["at Turkey", "against Turkey"], "TR"),
    ("negotiated_with", ["held", "began", "resumed"], [(None, "negotiations"), (None, "peace talks")], ["with Turkey"], "TR"),
]  # fmt: skip
ENGLISH_DOERS = [("Israel", "IL"), ("French President Emmanuel Macron", "Q3052772"), ("Russian forces", "org:russian-armed-forces")]
ENGLISH_PLURAL = [
    "{}", "several {}", "a number of {}", "a series of {}", "hundreds of {}", "dozens of {}", "many {}", "more {}", "new {}",
    "further {}", "two {}", "a wave of {}", "a round of {}", "a new round of {}", "fresh {}", "intensive {}", "numerous {}",
    "at least ten {}", "some {}", "a string of {}",
]  # fmt: skip
UNCOUNTED = ["{}", "more {}", "new {}", "further {}", "fresh {}", "intensive {}", "some {}"]


def is_force(doer, told):
    """Troops attack, and the rest is what others do; nobody attacks who is a president."""
    return (told == "attacked") if doer in ("RU", "org:russian-armed-forces") else told != "attacked" or doer != "Q3052772"


def arabic():
    for told, verbs, nouns, reaches, other in ARABIC:
        for name, gender, doer in ARABIC_DOERS:
            if is_force(doer, told):
                for verb in verbs:
                    for noun in nouns:
                        for count in ARABIC_COUNTS:
                            yield f"{verb[gender]} {name} {count.format(*noun)} {reaches}.", {(doer, told, other)}


def counted(noun):
    """Yields a noun in every way to count it."""
    one, many = noun
    yield from (way.format(many) for way in (UNCOUNTED if many == "pressure" else ENGLISH_PLURAL))
    if one:
        article = "an" if one[0] in "aeiou" else "a"
        yield from (f"{article} {one}", f"another {one}", f"a new {one}")


def english():
    for told, verbs, nouns, ways, other in ENGLISH:
        for name, doer in ENGLISH_DOERS:
            if is_force(doer, told):
                for verb in verbs:
                    for noun in nouns:
                        for what in counted(noun):
                            for reaches in ways:
                                yield f"{name} {verb} {what} {reaches}.", {(doer, told, other)}
