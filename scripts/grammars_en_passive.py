"""English passives of which the deed is the subject: "Sanctions were imposed on Syria by France"."""

# What is told: the deed, the participles that say that somebody does it, and what leads to whom it is done.
DEEDS = [
    ("attacked", ["Air strikes", "New attacks", "Several raids"], ["carried out", "launched", "conducted"], "on"),
    ("sanctioned", ["Sanctions", "New sanctions", "Fresh sanctions"], ["imposed", "announced", "approved"], "on"),
    ("threatened", ["New threats", "Threats"], ["made", "issued"], "against"),
    ("criticised", ["Accusations", "New accusations"], ["made", "hurled"], "against"),
    ("attacked", ["Rockets", "Missiles", "Dozens of rockets"], ["fired", "launched"], "at"),
    ("aided", ["Tanks", "Weapons"], ["sent", "delivered", "supplied"], "to"),
]
DOERS = [("France", "FR"), ("Israel", "IL"), ("Russia", "RU")]
BE = ["were", "have been", "had been"]
ORDERS = ["{deed} {be} {done} {to} Syria by {doer}.", "{deed} {be} {done} by {doer} {to} Syria."]
# "Attacks on Syria were launched by"; what is fired or sent takes nobody behind it.
WITHIN = "{deed} {to} Syria {be} {done} by {doer}."


def english():
    for told, deeds, done, to in DEEDS:
        orders = [*ORDERS, WITHIN] if to in ("on", "against") else ORDERS
        for doer, key in DOERS:
            for deed in deeds:
                for participle in done:
                    for be in BE:
                        for order in orders:
                            yield order.format(deed=deed, be=be, done=participle, to=to, doer=doer), {(key, told, "SY")}
