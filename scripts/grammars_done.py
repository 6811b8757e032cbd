"""What is done to somebody by another, told by a noun and "by"; and what is said of somebody by a participle behind a quotation."""

# What is told, the noun with what leads from it to whom it reaches, and whom it reaches (with ل and ب written on him).
NOUNS = [
    ("attacked", "استهداف سوريا", "SY"),
    ("attacked", "قصف سوريا", "SY"),
    ("attacked", "مهاجمة سوريا", "SY"),
    ("attacked", "ضرب سوريا", "SY"),
    ("supported", "دعم سوريا", "SY"),
    ("supported", "مساندة سوريا", "SY"),
    ("aided", "تسليح سوريا", "SY"),
    ("aided", "تزويد سوريا بالسلاح", "SY"),
    ("criticised", "إدانة سوريا", "SY"),
    ("criticised", "انتقاد سوريا", "SY"),
    ("criticised", "التنديد بسوريا", "SY"),
    ("praised", "الإشادة بسوريا", "SY"),
    ("threatened", "تهديد سوريا", "SY"),
    ("threatened", "تحذير سوريا", "SY"),
    ("demanded_of", "الضغط على سوريا", "SY"),
    ("sanctioned", "معاقبة سوريا", "SY"),
    ("sanctioned", "مقاطعة سوريا", "SY"),
]
BY = ["من قبل {}", "من جانب {}", "من طرف {}"]
DONE = ["تم {}.", "ويتم {}.", "وجرى {}.", "ارتفعت الأسعار بعد {}.", "وأغلقت المدارس بسبب {}.", "ولم تهدأ الأسواق رغم {}."]
FORCE = [("إسرائيل", "IL")]
DOERS = [("إسرائيل", "IL"), ("الرئيس الفرنسي إيمانويل ماكرون", "Q3052772")]

# Nouns that somebody sends to another, by their participle.
SENT = [
    ("threatened", "التهديدات الموجهة", ["إلى تركيا", "لتركيا", "ضد تركيا"]),
    ("threatened", "التحذيرات الموجهة", ["إلى تركيا", "لتركيا"]),
    ("criticised", "الاتهامات الموجهة", ["إلى تركيا", "لتركيا", "ضد تركيا"]),
    ("criticised", "الانتقادات الموجهة", ["إلى تركيا", "لتركيا"]),
    ("demanded_of", "الضغوط الممارسة", ["على تركيا"]),
    ("aided", "المساعدات المقدمة", ["إلى تركيا", "لتركيا"]),
    ("sanctioned", "العقوبات المفروضة", ["على تركيا"]),
]
SPOKEN = ["وتحدث الوزير عن {}.", "وارتفعت الأسعار بسبب {}.", "{} مستمرة منذ أشهر.", "وتحسن الاقتصاد رغم {}."]

# What is said of somebody by a participle (masculine, feminine) and what stands behind it.
SAID = [
    ("criticised", "متهما", "متهمة", "تركيا بعرقلة السلام"),
    ("criticised", "منتقدا", "منتقدة", "سياسة تركيا"),
    ("criticised", "منددا", "منددة", "بتركيا"),
    ("demanded_of", "داعيا", "داعية", "تركيا إلى وقف القتال"),
    ("demanded_of", "مطالبا", "مطالبة", "تركيا بالانسحاب"),
    ("threatened", "محذرا", "محذرة", "تركيا من التصعيد"),
    ("threatened", "مهددا", "مهددة", "تركيا بالرد"),
    ("praised", "مشيدا", "مشيدة", "بدور تركيا"),
    ("supported", "مؤيدا", "مؤيدة", "موقف تركيا"),
    ("rejected", "رافضا", "رافضة", "مقترح تركيا"),
]
SPEAKERS = [
    ("الرئيس الفرنسي إيمانويل ماكرون", 0, "Q3052772"),
    ("ماكرون", 0, "Q3052772"),
    ("إسرائيل", 1, "IL"),
    ("الاتحاد الأوروبي", 0, "org:eu"),
]
QUOTED = [
    'قال{0} {1}: "الوضع صعب"، {2}.',
    "وأضاف{0} {1}: «الوضع صعب جدا في المنطقة»، {2}.",
    'وأكد{0} {1} في مؤتمر صحفي: "الوضع صعب"، {2}.',
    "وأوضح{0} {1} أن الوضع صعب، {2}.",
]


def done():
    for told, noun, other in NOUNS:
        for name, doer in FORCE if told == "attacked" else DOERS:
            for by in BY:
                for frame in DONE:
                    yield frame.format(f"{noun} {by.format(name)}"), {(doer, told, other)}
    for told, noun, ways in SENT:
        for reaches in ways:
            for by in BY:
                whole = f"{noun} {reaches} {by.format('إسرائيل')}", f"{noun} {by.format('إسرائيل')} {reaches}"
                for frame in SPOKEN:
                    yield from ((frame.format(what), {("IL", told, "TR")}) for what in whole)


def said():
    for told, *forms, of in SAID:
        for name, gender, doer in SPEAKERS:
            for frame in QUOTED:
                yield frame.format("ت" if gender else "", name, f"{forms[gender]} {of}"), {(doer, told, "TR")}
