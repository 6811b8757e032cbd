"""Arabic contacts of somebody whose title is long, double or told behind his name: "met the head of the senate's committee, Senator Bob Corker"."""

# Who is called so, and who he is.
WHO = [
    ("رئيس لجنة العلاقات الخارجية بمجلس الشيوخ الأمريكي السيناتور بوب كوركر", "gz:p:bob-corker"),
    ("رئيس وفد المعارضة السورية إلى مفاوضات جنيف نصر الحريري", "gz:p:nasr-al-hariri"),
    ("نائب رئيس مجلس الوزراء وزير الخارجية القطري محمد بن عبد الرحمن آل ثاني", "Q23020336"),
    ("مستشار الدولة وزير الخارجية الصيني وانغ يي", "Q701801"),
    ("الرئيس الفلسطيني محمود عباس (أبو مازن)", "Q127998"),
    ("خليفة حفتر القائد العام للجيش الليبي", "gz:p:khalifa-haftar"),
    ("صاحب السمو الشيخ محمد بن زايد آل نهيان ولي عهد أبوظبي نائب القائد الأعلى للقوات المسلحة", "Q1951896"),
    ("جلالة الملك عبد الله الثاني ابن الحسين", "Q57464"),
    ("وزير الخارجية المصري السفير سامح شكري", "Q7409268"),
]
OTHER = "Q39259"

# What is told of him, and as what.
TOLD = [
    ("استقبل أردوغان اليوم {}.", "hosted", False),
    ("التقى أردوغان في جنيف {}.", "met", False),
    ("التقى {} الرئيس التركي رجب طيب أردوغان.", "met", False),
    ("بحث أردوغان مع {} سبل تعزيز العلاقات الثنائية.", "talked_with", False),
    ("تلقى أردوغان اتصالا هاتفيا من {}.", "called", True),
    ("جاء ذلك خلال لقاء أردوغان مع {} في جنيف.", "met", False),
    ("عقد أردوغان و{} جلسة مباحثات.", "talked_with", False),
    ("بعث أردوغان برسالة إلى {}.", "wrote_to", False),
    ("أكد أردوغان، خلال اجتماعه مع {}، أن الوضع صعب.", "met", False),
    ("وكان {} قد التقى أردوغان الشهر الماضي.", "met", False),
    ("استقبل أردوغان وفدا برئاسة {}.", "hosted", False),
    ("أجرى أردوغان مباحثات حول الأزمة مع {}.", "talked_with", False),
    ("عقد أردوغان اجتماعا استمر ساعتين مع {}.", "met", False),
]


def arabic():
    for template, told, turned in TOLD:
        for name, who in WHO:
            ends = (who, OTHER) if turned else (OTHER, who)
            yield template.format(name), {(ends[0], told, ends[1])}
