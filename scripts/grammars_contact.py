"""English templates of contact told by letters, calls, lists of members, parts of a journey and stays, with all that must be told of each.

How a line is written, `grammars_en.py` tells; `grammars.py` reads them.
"""

# Letters and calls, whoever stands before whom.
LETTERS = """
{Ax}'s discussions with {B} focused on trade. => A talked_with|met B
The letter {A} sent to {B} was published on Monday. => A wrote_to B
The letter that {A} wrote to {B} was published on Monday. => A wrote_to B
A letter to {B} from {A} was read out on Monday. => A wrote_to B
A letter from {A} to {B} was read out on Monday. => A wrote_to B
{A} delivered a message to {B} from {C}. => C wrote_to B; ?A met B
In a letter sent to {B} on Monday, {A} stressed the need for restraint. => A wrote_to B
In a message to {B}, {A} stressed the need for restraint. => A wrote_to B
The phone call {A} had with {B} on Monday lasted an hour. => A called B
A phone call to {B} from {A} broke the ice. => A called B
{A} thanked {B} in a telephone call for the help. => A called B; A praised B
{A} assured {B} in a phone call of {Ahis} support. => A called B; A promised|supported B; ?A promised|supported|briefed B
{A} expressed {Ahis} condolences to {B} in a phone call. => A called B
{A} was told by {B} in a phone call that the war must end. => A called B; B briefed A
{A} received a courtesy call from {B}. => B visited|met A; ?A hosted B; ?A met B
{A} received a visit from {B}. => B visited A; ?A hosted B; ?A met B
A dinner hosted by {A} for {B} went on past midnight. => A hosted B
"""
# Several whom one meets, in one sentence or in turn.
SEVERAL = """
{A} met with several leaders on Monday, including {B} and {C}. => A met B; A met C
{A} met a number of leaders last week, among them {B} and {C}. => A met B; A met C
{A} held talks in {Xcity} with {B}, and later with {C}. => A talked_with|met B; A talked_with|met C; ?A visited X
{A} held talks with {B} and separately with {C}. => A talked_with|met B; A talked_with|met C
Instead of meeting {B}, {A} met {C}. => A met C; ?A met B denied
{A} met {B} on Monday. They were joined by {C}. => A met B; A met C; B met C
{A} met {B} on Monday. {C} joined them. => A met B; A met C; B met C
{A} said {Ahe} saw no reason to meet {B}. => ?A met B denied
{A} was later to meet {B}. => A met B planned
Speaking to reporters alongside {B}, {A} said the war must end. => A met B
Appearing with {B} at a news conference, {A} said the war must end. => A met B
"The war must end," {A} said at a news conference alongside {B}. => A met B
"""
# What belongs to a journey, and stays.
JOURNEYS = """
{A} left for {Xcity} to meet {B}. => A visited X; A met B planned|happened
{A} is in {Xcity}, where {Ahe} will meet {B}. => A visited X; A met B planned
{A} has been in {Xcity} since Sunday and has met {B}. => A visited X; A met B
Shells fell on the port while {A} was in {Xcity}. => A visited X
{A} accepted {Bx}'s invitation to visit {X}. => A visited X|B planned|possible; ?A visited B planned|possible
{A} will visit {X} next week. A meeting with {B} is also planned. => A visited X planned; A met B planned
{A} arrived in {Xcity} on Monday. Talks with {B} are scheduled for Tuesday. => A visited X; A talked_with|met B planned
{A} arrived in {Xcity} on Monday. The trip comes days after talks with {B}. => A visited X; A talked_with|met B
{A} arrived in {Xcity} on Monday. {Ahe} was accompanied by {B}. => A visited X; B visited X; ?A met B
{Ax}'s visit to {X} began with a meeting with {B}. => A visited X; A met B
{A} said the war must end. The remarks came during a visit to {X}. => A visited X
{A} said the war must end. The statement came after talks with {B}. => A talked_with|met B
{A} said the war must end. This came during a meeting with {B}. => A met B
"""
GRAMMARS = {"english letters": LETTERS, "english several": SEVERAL, "english journeys": JOURNEYS}
