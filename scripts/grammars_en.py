"""English sentences put together of lists, with all that must be told of each: what `grammars.py` reads besides its own.

A line of a grammar is a template and what must come out: `{A} met {B}. => A met B`. A, B and C are people in turn, named in several ways; X, Y and
Z are countries that are none of theirs. `{As}` is a surname, `{Ax}` the name before an "'s", `{Ad}` the nationality of somebody, `{Acity}` his capital,
`{Ahe}` and `{Ahis}` his pronouns. A relation is `happened` where no status stands; `|` parts what is equally right, `?` stands before what may
be told, and nothing else may. A contact without direction is right both ways.
"""

import re

# How they are named, surname, country, nationality, capital, pronouns.
PEOPLE = {
    "Putin": (
        ["Russian President Vladimir Putin", "Vladimir Putin", "the Russian president", "Russia's President Vladimir Putin"],
        "Putin", "Russia", "Russian", "Moscow", "he", "his",
    ),
    "Lavrov": (
        ["Russian Foreign Minister Sergei Lavrov", "the Russian foreign minister, Sergey Lavrov,", "Sergei Lavrov"],
        "Lavrov", "Russia", "Russian", "Moscow", "he", "his",
    ),
    "Pompeo": (
        ["U.S. Secretary of State Mike Pompeo", "Secretary of State Mike Pompeo", "the US secretary of state"],
        "Pompeo", "the United States", "American", "Washington", "he", "his",
    ),
    "Erdogan": (
        ["Turkish President Recep Tayyip Erdogan", "Recep Tayyip Erdogan", "the Turkish president", "Erdogan"],
        "Erdogan", "Turkey", "Turkish", "Ankara", "he", "his",
    ),
    "Shoukry": (
        ["Egyptian Foreign Minister Sameh Shoukry", "Egypt's foreign minister, Sameh Shoukry,", "Sameh Shoukry"],
        "Shoukry", "Egypt", "Egyptian", "Cairo", "he", "his",
    ),
    "Merkel": (
        ["German Chancellor Angela Merkel", "Angela Merkel", "Chancellor Angela Merkel of Germany", "the German chancellor"],
        "Merkel", "Germany", "German", "Berlin", "she", "her",
    ),
    "Abdullah": (
        ["Jordan's King Abdullah II", "King Abdullah II of Jordan", "King Abdullah"],
        "King Abdullah", "Jordan", "Jordanian", "Amman", "he", "his",
    ),
    "Macron": (
        ["French President Emmanuel Macron", "President Emmanuel Macron of France", "Macron", "the French leader"],
        "Macron", "France", "French", "Paris", "he", "his",
    ),
    "Netanyahu": (
        ["Israeli Prime Minister Benjamin Netanyahu", "Benjamin Netanyahu", "Prime Minister Benjamin Netanyahu of Israel"],
        "Netanyahu", "Israel", "Israeli", "Jerusalem", "he", "his",
    ),
    "Guterres": (
        ["U.N. Secretary-General Antonio Guterres", "UN chief Antonio Guterres", "Antonio Guterres"],
        "Guterres", "the United Nations", "UN", "New York", "he", "his",
    ),
}  # fmt: skip
COUNTRIES = {
    "Russia": ("Moscow", "Russian"), "Turkey": ("Ankara", "Turkish"), "Iran": ("Tehran", "Iranian"), "Egypt": ("Cairo", "Egyptian"),
    "France": ("Paris", "French"), "Israel": ("Jerusalem", "Israeli"), "Qatar": ("Doha", "Qatari"), "Japan": ("Tokyo", "Japanese"),
}  # fmt: skip
# Who stands together in a sentence.
TRIOS = [
    ("Putin", "Erdogan", "Macron"),
    ("Pompeo", "Shoukry", "Netanyahu"),
    ("Merkel", "Abdullah", "Putin"),
    ("Guterres", "Lavrov", "Erdogan"),
    ("Shoukry", "Macron", "Merkel"),
    ("Netanyahu", "Guterres", "Pompeo"),
]
LANDS = [("Russia", "Turkey", "Iran"), ("Egypt", "France", "Israel"), ("Turkey", "Qatar", "Japan"), ("Iran", "Egypt", "Russia")]
# How many ways of naming those of a trio are tried.
WAYS = 3

# Two or three who act together.
TOGETHER = """
{A} and {B} met in {Xcity} on Monday. => A met B
{A} and {B} held talks in {Xcity} on Monday. => A talked_with|met B
{A} and {B} are to meet in {Xcity} next week. => A met B planned
{A} and {B} discussed the crisis by telephone on Sunday. => A called B
{A} and {B} spoke by phone late on Sunday, the Kremlin said. => A called B
{A} and {B} agreed to cooperate on energy. => A agreed_with B
{A} and {B} signed an agreement on trade. => A agreed_with B
{A} and {B} met for two hours behind closed doors. => A met B
{A} and {B} met face to face for the first time in years. => A met B
{A} and {B} sat down for talks on Monday. => A talked_with|met B
{A} and {B} shook hands on the sidelines of the summit. => A met B
{A} and {B} will meet on the sidelines of the summit. => A met B planned
{A} and {B} have been meeting since early morning. => A met B
{A} and {B} failed to agree on a timetable. => ?A agreed_with B denied
{A}, {B} and {C} met in {Xcity} on Monday. => A met B; A met C; B met C
{A}, {B} and {C} held a trilateral meeting in {Xcity}. => A met B; A met C; B met C
{A}, along with {B}, met {C} on Monday. => A met C; B met C; ?A met B
{A}, accompanied by {B}, met {C} on Monday. => A met C; ?B met C; ?A met B
{A}, together with {B}, met {C}. => A met C; B met C; ?A met B
{A} and {B} met separately with {C}. => A met C; B met C
{A} met separately with {B} and {C}. => A met B; A met C
{A} met {B} and {C} separately. => A met B; A met C
{A} met with both {B} and {C} on Tuesday. => A met B; A met C
{A} met with {B} as well as {C}. => A met B; A met C
{A} met {B} and later {C}. => A met B; A met C
{A} met {B} in {Xcity} before flying to {Ycity}, where {Ahe} met {C}. => A met B; A met C; A visited Y; ?A visited X
{A} held separate talks with {B} and {C}. => A talked_with|met B; A talked_with|met C
{A} held a meeting with {B} and {C}. => A met B; A met C; ?B met C
{A} has held meetings with {B} and {C}. => A met B; A met C
Talks between {A} and {B} ended without agreement. => A talked_with|met B; ?A agreed_with B denied
A meeting between {A} and {B} is planned for Friday. => A met B planned
A planned meeting between {A} and {B} was called off. => A met B denied
Monday's meeting between {A} and {B} lasted two hours. => A met B
The meeting between {A} and {B} was the first since 2012. => A met B
The talks between {A} and {B} focused on Syria. => A talked_with|met B
The summit between {A} and {B} will take place in {Xcity}. => A met B planned
The talks in {Xcity} between {A} and {B} lasted an hour. => A talked_with|met B
The summit will bring together {A}, {B} and {C}. => A met B planned; A met C planned; B met C planned
Talks among {A}, {B} and {C} resumed on Monday. => A talked_with|met B; A talked_with|met C; B talked_with|met C
A phone call between {A} and {B} took place on Monday. => A called B
In a phone call on Monday, {A} and {B} discussed Syria. => A called B
During a phone call with {B}, {A} said the fighting must stop. => A called B
Officials from {X} and {Y} met in Geneva. => X met Y
{Xd} and {Yd} officials met in Geneva. => X met Y
{Xd} and {Yd} officials held talks on Monday. => X talked_with|met Y
Representatives of {X} and {Y} met in Geneva. => X met Y
Negotiators from {X} and {Y} resumed talks. => X talked_with|negotiated_with Y
Delegations from {X} and {Y} held talks in Geneva. => X talked_with|met Y
{X} and {Y} will hold talks in Geneva next week. => X talked_with|met Y planned
{X} and {Y} resumed negotiations on Monday. => X negotiated_with Y
{X} and {Y} restored diplomatic relations. => X agreed_with Y
{X} and {Y} signed a defense pact. => X agreed_with Y
{X} and {Y} have agreed on a ceasefire. => X agreed_with Y
{X} has reached an agreement with {Y} on gas. => X agreed_with Y
{X} and {Y} are close to a deal. => ?X agreed_with Y planned|possible
Talks between {X} and {Y} collapsed on Monday. => X talked_with|negotiated_with Y
{Xd}-{Yd} talks opened in Geneva. => X talked_with Y
A {Xd}-{Yd} summit was held in Geneva. => X met Y
The two sides, {X} and {Y}, signed a deal. => X agreed_with Y
{Xd} officials held secret talks with their {Yd} counterparts. => X talked_with|met Y
A {Xd} delegation arrived in {Ycity} for talks. => X visited Y; ?X talked_with Y planned
A {Xd} delegation visited {Y} on Monday. => X visited Y
A high-level {Xd} delegation will visit {Ycity} next week. => X visited Y planned
"""
# Voice, clause, place of the day, and status.
CLAUSES = """
{A}, who met {B} on Monday, said the talks were useful. => A met B
{A}, who met {Bs} in {Xcity} on Monday, said the talks were useful. => A met B
{A}, who is on a visit to {X}, said on Monday that the war must end. => A visited X
{A}, who arrived in {Xcity} on Monday, will meet {B}. => A visited X; A met B planned
{A}, who will host {B} next week, said he was optimistic. => A hosted B planned
{A}, who was received by {B}, called for calm. => B hosted A
{A}, speaking after talks with {B}, said the two had agreed on a plan. => A talked_with|met B; A agreed_with B
{A}, speaking alongside {B}, said the war must end. => A met B
Speaking alongside {B}, {A} said the war must end. => A met B
Speaking at a joint news conference with {B}, {A} said the war must end. => A met B
At a joint news conference with {B}, {A} said the war must end. => A met B
{A} told a joint news conference with {B} that the war must end. => A met B
{A} said at a news conference with {B} in {Xcity} that the war must end. => A met B
Standing next to {B}, {A} said the war must end. => A met B
Flanked by {B}, {A} said the war must end. => A met B
After meeting with {B}, {A} said the war must end. => A met B
After meeting {B} in {Xcity}, {A} said the war must end. => A met B
After talks with {B}, {A} said the war must end. => A talked_with|met B
Following talks with {B} in {Xcity}, {A} said the war must end. => A talked_with|met B
Following a meeting with {B}, {A} said the war must end. => A met B
Before meeting {B}, {A} said the war must end. => A met B planned|happened
Ahead of a meeting with {B}, {A} said the war must end. => A met B planned
Ahead of his meeting with {B}, {A} said the war must end. => A met B planned
{A} said ahead of talks with {B} that the war must end. => A talked_with|met B planned
Having met {B} in {Xcity}, {A} flew home. => A met B
{A} flew home after meeting {B}. => A met B
{A} left {Xcity} without meeting {B}. => A met B denied; ?A visited X
{A} returned home after talks with {B} in {Xcity}. => A talked_with|met B; ?A visited X
{A} arrived in {Xcity} on Monday for talks with {B}. => A visited X; A talked_with|met B planned|happened
{A} arrived in {Xcity} on Monday to meet {B}. => A visited X; A met B planned|happened
{A} flew to {Xcity} to meet {B}. => A visited X; A met B planned|happened
{A} travelled to {Xcity} for a meeting with {B}. => A visited X; A met B planned|happened
{A} is to travel to {Xcity} on Friday for talks with {B}. => A visited X planned; A talked_with|met B planned
{A} heads to {Xcity} this week to meet {B}. => A visited X planned; A met B planned
{A} left for {Xcity} on Monday, where {Ahe} will meet {B}. => A visited X planned|happened; A met B planned
{A} was met by {B} in {Xcity}. => A met B; ?A visited X; ?B met A
{A} was welcomed by {B} at the airport. => B hosted|met A
{A} was briefed by {B} on the plan. => B briefed A
{A} was told by {B} that the talks had failed. => B briefed A
{A} was invited to {Xcity} by {B}. => A visited X|B possible; ?A visited X possible
{A} has been invited by {B} to visit {X}. => A visited X|B possible; ?A visited B possible
{A} invited {B} to visit {X}. => B visited X possible; ?B visited A possible
{A} was accused by {B} of lying. => B criticised A
{A} was criticized by {B} over the plan. => B criticised A
{A} was praised by {B} for {Ahis} role. => B praised A
{A} was urged by {B} to show restraint. => B demanded_of A
{A} was warned by {B} not to attack. => B threatened|demanded_of A
{A} was congratulated by {B} on {Ahis} birthday. => B praised A
{A} was backed by {B} in the dispute. => B supported A
{Ax}'s meeting with {B} lasted an hour. => A met B
{Ax}'s talks with {B} in {Xcity} were constructive. => A talked_with|met B
{Ax}'s phone call with {B} lasted an hour. => A called B
{Ax}'s visit to {X} comes at a delicate time. => A visited X
{Ax}'s visit to {Xcity} next week was announced on Monday. => A visited X planned
{Ax}'s planned visit to {Xcity} was announced on Monday. => A visited X planned
A visit by {A} to {X} is planned for May. => A visited X planned
A visit to {X} by {A} has been postponed. => A visited X planned
{A} postponed a visit to {X}. => A visited X planned
{A} canceled a trip to {X}. => A visited X denied
{A} called off a visit to {X}. => A visited X denied
{A} cut short a visit to {X}. => A visited X
{A} began a three-day visit to {X} on Monday. => A visited X
{A} kicked off a tour of {X} and {Y}. => A visited X; A visited Y
{A} wrapped up a visit to {X}. => A visited X
{A} paid a surprise visit to {X} on Monday. => A visited X
{A} made an unannounced visit to {X}. => A visited X
{A} will pay an official visit to {X}. => A visited X planned
{A} landed in {Xcity} late on Monday. => A visited X
{A} touched down in {Xcity} on Monday. => A visited X
{Ax}'s trip to {X} is his first since taking office. => A visited X
On his first trip to {X}, {A} met {B}. => A visited X; A met B
During a visit to {X}, {A} met {B}. => A visited X; A met B
On a visit to {Xcity}, {A} said the war must end. => A visited X
{A} agreed to meet {B}. => A met B planned|possible
{A} plans to meet {B} in {Xcity}. => A met B planned
{A} was scheduled to meet {B} on Monday. => A met B planned
{A} is scheduled to hold talks with {B}. => A talked_with|met B planned
{A} is expected to meet {B} this week. => A met B planned
{A} is set to meet {B} on Friday. => A met B planned
{A} has yet to meet {B}. => A met B denied
{A} has never met {B}. => A met B denied
{A} denied having met {B}. => A met B denied
{A} denied that {Ahe} had met {B}. => A met B denied
{A} said {Ahe} would meet {B} next week. => A met B planned
{A} said {Ahe} was ready to meet {B}. => A met B possible
{A} said {Ahe} had no plans to meet {B}. => A met B denied
{A} hopes to meet {B}. => A met B planned|possible
{A} is considering meeting {B}. => A met B possible
{A} offered to meet {B}. => A met B possible
{A} had been due to meet {B} on Monday. => A met B planned
{A} was supposed to meet {B} on Monday. => A met B planned
{A} is unlikely to meet {B}. => ?A met B denied|possible
{A} could meet {B} in {Xcity}. => A met B possible
{A} might meet {B} in {Xcity}. => A met B possible
{A} wants to meet {B}. => A met B planned|possible
{A} is seeking a meeting with {B}. => A met B planned
{A} asked for a meeting with {B}. => A met B planned|possible
{A} requested a meeting with {B}. => A met B planned|possible
{A} postponed a meeting with {B}. => A met B planned
{A} skipped a meeting with {B}. => A met B denied
{A} cut short a meeting with {B}. => A met B
{A} walked out of a meeting with {B}. => A met B
"The war must end," said {A} after meeting {B}. => A met B
"The war must end," said {A} after talks with {B} in {Xcity}. => A talked_with|met B
"The war must end," {A} told {B} in a phone call. => A called B; ?A briefed B
"The war must end," {A} said at a joint press conference with {B}. => A met B
"The war must end," {A} told reporters after meeting {B}. => A met B
"We will never forget your help," {A} told {B}. => A briefed|talked_with|praised B
{A} told {B} that the war must end. => A briefed|talked_with B
{A} told {B} on Monday that the war must end. => A briefed|talked_with B
{A} told {B} by phone that the war must end. => A called B; ?A briefed B
{A} told reporters that {Ahe} had met {B}. => A met B
{A} told reporters in {Xcity} after a meeting with {B} that the war must end. => A met B
{A} said {Ahe} had met {B} in {Xcity}. => A met B
{A} said {Ahe} had spoken by phone with {B}. => A called B
{A} said {Ahe} had discussed the plan with {B}. => A talked_with B
A spokesman said {A} had met {B}. => A met B
A spokesman for {A} said {Ahe} would meet {B} on Friday. => A met B planned
{A} will meet {B}, a spokesman said. => A met B planned
{A} will meet {B} on Friday, according to {Ahis} office. => A met B planned
State media said {A} met {B} on Monday. => A met B
{A} was photographed with {B} in {Xcity}. => ?A met B
It was the first time that {A} had met {B}. => A met B
It was {Ax}'s first meeting with {B}. => A met B
This was {Ax}'s third visit to {X} this year. => A visited X
{A} on Monday met {B}. => A met B
{A}, on Monday, met {B} in {Xcity}. => A met B
{A} late on Monday met in {Xcity} with {B}. => A met B
{A} met here Monday with {B}. => A met B
{A} met at the palace with {B}. => A met B
{A} met on Monday in {Xcity} with {B} to discuss trade. => A met B
{A} met this week with {B} and discussed trade. => A met B
{A} has met this week with {B}. => A met B
{A} earlier in the day met {B}. => A met B
Earlier in the day, {A} met {B}. => A met B
Earlier, {A} had met {B}. => A met B
On Monday, {A} met {B}. => A met B
In {Xcity}, {A} met {B}. => A met B
In {Xcity} on Monday, {A} will meet {B}. => A met B planned
Meanwhile, {A} met {B} in {Xcity}. => A met B
{A} also met {B}. => A met B
{A} met twice with {B}. => A met B
{A} met privately with {B}. => A met B
{A} met briefly with {B}. => A met B
{A} met one-on-one with {B}. => A met B
{A} sat down with {B} in {Xcity}. => A met B
{A} had dinner with {B} on Monday. => A met B
{A} had a working lunch with {B}. => A met B
{A} dined with {B} at the palace. => A met B
{A} hosted {B} for dinner. => A hosted B
{A} hosted a dinner for {B}. => A hosted B
{A} will play host to {B} next week. => A hosted B planned
{A} greeted {B} at the airport. => A hosted|met B
{A} received a delegation led by {B}. => A hosted B
{A} had a telephone conversation with {B}. => A called B
{A} held a phone call with {B}. => A called B
{A} spoke on the phone to {B}. => A called B
{A} spoke to {B} on the telephone on Monday. => A called B
{A} talked by phone to {B}. => A called B
{A} called {B} on Monday to discuss trade. => A called B
{A} phoned {B} on Monday. => A called B
{A} rang {B} on Monday. => A called B
{A} held a video conference with {B}. => A called B
{A} held a video call with {B}. => A called B
{A} spoke via video link with {B}. => A called B
{A} made a phone call to {B}. => A called B
{A} placed a call to {B}. => A called B
{A} spoke with {B} on Monday. => A talked_with B
{A} spoke to {B} about the plan. => A talked_with B
{A} consulted with {B} on the plan. => A talked_with B
{A} conferred with {B}. => A talked_with B
{A} exchanged views with {B} on Syria. => A talked_with|met B
{A} discussed the plan with {B}. => A talked_with|met B
{A} reviewed bilateral ties with {B}. => A talked_with|met B
{A} has been in contact with {B}. => A talked_with B
{A} negotiated the deal with {B}. => A negotiated_with B
{A} raised the issue with {B}. => A talked_with|briefed B
{A} wrote to {B}. => A wrote_to B
{A} wrote a letter to {B}. => A wrote_to B
In a letter to {B}, {A} said the war must end. => A wrote_to B
In a letter to {B} dated Monday, {A} called for help. => A wrote_to B
{A} sent a message to {B}. => A wrote_to B
{A} sent a message of congratulations to {B}. => A wrote_to|praised B; ?A praised|wrote_to B
{A} received a message from {B}. => B wrote_to A
{A} delivered a letter from {B} to {C}. => B wrote_to C; ?A met C
{A} informed {B} of the plan. => A briefed B
{A} notified {B} that the talks were off. => A briefed B
{A}, speaking to reporters after a meeting with {B} in {Xcity} on Monday, said the war must end. => A met B
{A}, who is on his first visit to {X} since taking office, met {B} on Monday. => A visited X; A met B
{A}, in {Xcity} for talks with {B}, said the war must end. => ?A visited X; A talked_with|met B planned|happened
{A}, on a visit to {Xcity}, said the war must end. => A visited X
{A}, on a two-day visit to {X}, met {B}. => A visited X; A met B
{A}, visiting {Xcity} on Monday, met {B}. => A visited X; A met B
{A}, 67, met {B} on Monday. => A met B
{A} held his first meeting with {B} since 2012. => A met B
It was {Ax}'s first face-to-face meeting with {B}. => A met B
In his first meeting with {B}, {A} called for calm. => A met B
In a meeting with {B} on Monday, {A} called for calm. => A met B
In talks with {B} on Monday, {A} called for calm. => A talked_with|met B
At a meeting with {B} in {Xcity}, {A} called for calm. => A met B
During talks with {B} in {Xcity} on Monday, {A} called for calm. => A talked_with|met B
At a summit with {B} in {Xcity}, {A} called for calm. => A met B
In a telephone call with {B} late on Monday, {A} called for calm. => A called B
By phone with {B}, {A} called for calm. => A called B
{A} called for calm in a phone call with {B}. => A called B
{A} called for calm during a meeting with {B}. => A met B
{A} called for calm after talks with {B}. => A talked_with|met B
{A} called for calm ahead of talks with {B}. => A talked_with|met B planned
{A} made the offer in a letter to {B}. => A wrote_to B
{A} made the offer during a phone call with {B} on Monday. => A called B
{A} made the comments after meeting {B} in {Xcity}. => A met B
{A} made the comment while meeting {B} in {Xcity}. => A met B
The comments came after {A} met {B} in {Xcity}. => A met B
The announcement followed a meeting between {A} and {B}. => A met B
The announcement came hours after a phone call between {A} and {B}. => A called B
The announcement came as {A} arrived in {Xcity} for talks with {B}. => A visited X; A talked_with|met B planned|happened
The visit comes a week after {A} met {B}. => A met B
{A} met {B} a day after talks with {C}. => A met B; A talked_with|met C
{A} met {B} a day after meeting {C}. => A met B; A met C
{A} met {B} hours before talks with {C}. => A met B; ?A talked_with C planned|happened
{A} is to meet {B} after holding talks with {C}. => A met B planned; A talked_with|met C happened|planned
{A} has met {B} three times this year. => A met B
{A} last met {B} in May. => A met B
The last time {A} met {B} was in May. => A met B
{A}, who last met {B} in May, called for calm. => A met B
{A} said that during his talks with {B} he had called for calm. => A talked_with|met B
{A} told {B} during a meeting in {Xcity} that the war must end. => A met|briefed B; ?A briefed|met B
{A} told {B} in a phone call on Monday that the war must end. => A called B; ?A briefed B
{A} on Monday told {B} the war must end. => A briefed|talked_with B
{A} reassured {B} that talks would go on. => A promised|briefed B
{A} also spoke with {B} and {C}. => A talked_with B; A talked_with C
{A} spoke with {B}, who called for calm. => A talked_with B
{A} met {B}, who is visiting {X}. => A met B; ?B visited X
{A} met {B}, who arrived in {Xcity} on Monday. => A met B; B visited X
{A} met {B}, who later met {C}. => A met B; B met C
{A} received {B}, who conveyed a message from {C}. => A hosted B; C wrote_to A
{A} received a letter from {B} delivered by {C}. => B wrote_to A; ?A met C
{A} held a joint news conference with {B}. => A met B
{A} and {B} held a joint news conference in {Xcity}. => A met B
{A} appeared alongside {B} in {Xcity}. => A met B
With {B} looking on, {A} called for calm. => ?A met B
{A} and {B} signed the deal in {Xcity} on Monday. => A agreed_with B
The deal was signed by {A} and {B}. => A agreed_with B
The deal was announced by {A} and {B} in {Xcity}. => ?A agreed_with B
In a joint statement, {A} and {B} called for calm. => A agreed_with B
{A} and {B} issued a joint statement. => A agreed_with B
{A} and {B} jointly called for calm. => ?A agreed_with B
{A} agreed with {B} to reopen the road. => A agreed_with B
{A} and {B} agreed during a phone call to reopen the road. => A called B; A agreed_with B
{A} and {B} agreed at a meeting in {Xcity} to reopen the road. => A met B; A agreed_with B
{A} and {B} met and agreed to reopen the road. => A met B; A agreed_with B
Talks between {A} and {B} ended with a deal to reopen the road. => A talked_with|met B; ?A agreed_with B
{A} is meeting {B} on Friday. => A met B planned
{A} is meeting {B} in {Xcity}. => A met B happened|planned
{A} meets {B} on Friday. => A met B planned
{A} meets {B} next week. => A met B planned
{A} will be meeting {B} next week. => A met B planned
{A} was meeting {B} when the news broke. => A met B
{A} was to have met {B} on Monday. => A met B planned|denied
{A} would not meet {B}, an aide said. => A met B denied
{A} will not meet {B} during the visit. => A met B denied
{A} said there were no plans to meet {B}. => A met B denied
{A} has no plans to meet {B}. => A met B denied
{A} is not scheduled to meet {B}. => A met B denied
{A} is not expected to meet {B}. => A met B denied
{A} did not speak to {B}. => A talked_with B denied
{A} has not spoken to {B}. => A talked_with B denied
{A} has not spoken with {B} since the vote. => ?A talked_with B denied|happened
Neither {A} nor {B} has called. => 
{A} denied reports that {Ahe} had met {B}. => A met B denied
{A} expressed readiness to meet {B}. => A met B possible
{A} expressed willingness to hold talks with {B}. => A talked_with|met B possible
{A} is ready for talks with {B}. => A talked_with|met B possible
{A} is open to talks with {B}. => A talked_with|met B possible
{A} is willing to meet {B}. => A met B possible
{A} called for talks with {B}. => A talked_with|met B possible
{A} proposed talks with {B}. => A talked_with|met B possible
{A} proposed a meeting with {B}. => A met B possible
{A} invited {B} for talks. => ?A talked_with|met B possible; ?B visited A possible
{A} is trying to arrange a meeting with {B}. => A met B planned
{A} has agreed to a meeting with {B}. => A met B planned|possible
{A} is preparing for a meeting with {B}. => A met B planned
{A} is looking forward to meeting {B}. => A met B planned
{A} confirmed that {Ahe} would meet {B}. => A met B planned
{A} announced plans to meet {B}. => A met B planned
{A} has pledged to meet {B}. => A met B planned
"""
# Headlines.
HEADLINES = """
{As} meets {Bs} in {Xcity} => A met B
{As}, {Bs} meet in {Xcity} => A met B
{As} and {Bs} meet in {Xcity} => A met B
{As}, {Bs} discuss trade => A talked_with|met B
{As}, {Bs} discuss trade by phone => A called B
{As} to visit {X} => A visited X planned
{As} to visit {X} next week => A visited X planned
{As} to meet {Bs} in {Xcity} => A met B planned
{As} set to meet {Bs} => A met B planned
{As} due in {Xcity} for talks => A visited X planned
{As} hosts {Bs} for talks => A hosted B
{As} urges {Bs} to show restraint => A demanded_of B
{As} slams {Bs} over Syria => A criticised B
{As} blasts {Bs} => A criticised B
{As} holds talks with {Bs} => A talked_with|met B
{As} in {Xcity} for talks with {Bs} => A visited X; A talked_with|met B happened|planned
{As} arrives in {Xcity} => A visited X
{As} arrives in {Xcity} for talks with {Bs} => A visited X; A talked_with|met B happened|planned
{As} tells {Bs} to end war => A demanded_of|briefed B
{As} warns {Bs} over Syria => A threatened B
{As} thanks {Bs} for help => A praised B
{As} receives {Bs} => A hosted B
{As} calls {Bs} => A called B
{As} phones {Bs} => A called B
{As} backs {Bs} => A supported B
{As} accuses {Bs} of lying => A criticised B
{As} rejects {Bs} offer => A rejected B
{As} praises {Bs} => A praised B
{As} threatens {Bs} => A threatened B
{As}-{Bs} meeting in {Xcity} => A met B
{As}-{Bs} talks end without deal => A talked_with|met B
{X}, {Y} sign deal => X agreed_with Y
{X}, {Y} agree to restore ties => X agreed_with Y
{X} and {Y} trade accusations => X criticised Y; Y criticised X
{X} expels {Yd} ambassador => X sanctioned Y
{X} recalls ambassador from {Y} => ?X sanctioned|criticised Y
{X} summons {Yd} ambassador => X criticised|demanded_of|met Y
{X} condemns {Yd} attack => X criticised Y
{X} imposes sanctions on {Y} => X sanctioned Y
{X} lifts sanctions on {Y} => ?X sanctioned Y
{X} bombs {Y} => X attacked Y
{X} strikes {Y} => X attacked Y
{Xd} jets strike {Y} => X attacked Y
{X} sends aid to {Y} => X aided Y
{X} offers to mediate between {Y} and {Z} => X mediated Y possible; X mediated Z possible
{X} urges {Y}, {Z} to talk => X demanded_of Y; X demanded_of Z; ?Y talked_with Z possible
"""
# A second sentence that goes on about those of the first.
IN_TURN = """
{A} met {B} in {Xcity} on Monday. {Ahe} also met {C}. => A met B; ?A met C; ?B met C; ?A visited X
{A} met {B} in {Xcity} on Monday. {As} also met {C}. => A met B; A met C
{A} met {B} in {Xcity} on Monday. Later, {As} met {C}. => A met B; A met C
{A} met {B} in {Xcity} on Monday. {As} will meet {C} on Tuesday. => A met B; A met C planned
{A} met {B} in {Xcity} on Monday. The two discussed trade. => A met B
{A} met {B} in {Xcity} on Monday. They agreed to cooperate on energy. => A met B; A agreed_with B
{A} met {B} in {Xcity} on Monday. The two men agreed to cooperate on energy. => A met B; A agreed_with B
{A} met {B} in {Xcity} on Monday. The two leaders agreed to cooperate on energy. => A met B; A agreed_with B
{A} met {B} in {Xcity} on Monday. The two sides agreed to cooperate on energy. => A met B; A agreed_with B
{A} met {B} in {Xcity} on Monday. Both sides signed an agreement. => A met B; A agreed_with B
{A} met {B} in {Xcity} on Monday. The meeting lasted two hours. => A met B
{A} will meet {B} in {Xcity} on Monday. The meeting will be their first. => A met B planned
{A} will meet {B} in {Xcity} on Monday. The two will also meet {C}. => A met B planned; A met C planned; B met C planned
{A} arrived in {Xcity} on Monday. {Ahe} will meet {B}. => A visited X; A met B planned
{A} arrived in {Xcity} on Monday. {Ahe} is to hold talks with {B}. => A visited X; A talked_with|met B planned
{A} arrived in {Xcity} on Monday. {As} met {B}. => A visited X; A met B
{A} arrived in {Xcity} on Monday. During the visit, {Ahe} will meet {B}. => A visited X; A met B planned
{A} arrived in {Xcity} on Monday. {Ahis} visit will include talks with {B}. => A visited X; A talked_with|met B planned
{A} visited {X} on Monday. {Ahe} met {B} and {C}. => A visited X; A met B; A met C; ?B met C
{A} spoke by phone with {B} on Monday. {As} told {Bs} that the war must end. => A called B; A briefed|called|talked_with B
{A} spoke by phone with {B} on Monday. {Ahe} urged {Bs} to end the war. => A called B; A demanded_of B
{A} spoke by phone with {B} on Monday. {As} thanked {Bs} for the help. => A called B; A praised B
{A} spoke by phone with {B} on Monday. The call came after a month of silence. => A called B
{A} spoke by phone with {B} on Monday. During the call, {As} called on {Bs} to end the war. => A called B; A demanded_of B
{A} spoke by phone with {B} on Monday. During the call, they agreed to meet. => A called B; A agreed_with|met B happened|planned; ?A met|agreed_with B planned|happened
{A} spoke by phone with {B} on Monday. In a separate call, {As} spoke with {C}. => A called B; A called C
{A} spoke by phone with {B} on Monday. {Ahe} also called {C}. => A called B; ?A called C
{A} held talks with {B} in {Xcity}. At the end of the talks, {As} praised {Bs}. => A talked_with|met B; A praised B
{A} held talks with {B} in {Xcity}. After the meeting, {As} said the war must end. => A met|talked_with B
{A} held talks with {B} in {Xcity}. Earlier, {Ahe} met {C}. => A talked_with|met B; ?A met C
{A} criticised {C} on Monday. {As} is due to meet {B} next week. => A criticised C; A met B planned
{A} criticised {C} on Monday. {Ahis} comments came a day after {As} met {B}. => A criticised C; A met B
{A} criticised {C} on Monday. {Ahis} remarks came as {B} met {C} in {Xcity}. => A criticised C; B met C
{A} called for an end to the war on Monday. Speaking after talks with {B}, {Ahe} said time was short. => A talked_with|met B
{A} called for an end to the war on Monday. {Ahe} was speaking after talks with {B}. => A talked_with|met B
{A} called for an end to the war on Monday. {As} was speaking at a news conference with {B}. => A met B
{A} called for an end to the war on Monday. {Ahe} made the comments in a phone call with {B}. => A called B
{A} called for an end to the war on Monday. {Ahe} made the remarks at a joint press conference with {B}. => A met B
{A} called for an end to the war on Monday. {As}, who met {Bs} last week, said time was short. => A met B
{A} called for an end to the war on Monday. {Ahe} said {Ahe} had discussed the matter with {B}. => A talked_with|met B
{A} called for an end to the war on Monday. "I met {Bs} and told him that," {Ahe} said. => A met B; ?A briefed B
{A} called for an end to the war on Monday. "I have spoken with {B}," {Ahe} said. => A talked_with B
{A} called for an end to the war on Monday. "I spoke to {B} by phone," {Ahe} told reporters. => A called B
{A} called for an end to the war on Monday. "We have agreed with {B} on a plan," {Ahe} said. => A agreed_with B
{A} called for an end to the war on Monday. "I will meet {B} next week," {As} said. => A met B planned
{A} called for an end to the war on Monday. "I thank {B} for the help," {Ahe} said. => A praised B
{A} called for an end to the war on Monday. "I call on {X} to stop the attacks," {Ahe} said. => A demanded_of X
{A} called for an end to the war on Monday. "I had a good conversation with {B}," {As} wrote on Twitter. => A talked_with B
{A} called for an end to the war on Monday. "Great meeting with {B}," {As} tweeted. => A met B
{A} called for an end to the war on Monday. "Just spoke with {B}," {As} tweeted. => A talked_with B
{A} will visit {X} next week, {Ahis} office said. {Ahe} will meet {B}. => A visited X planned; A met B planned
{A} will visit {X} next week. It will be {Ahis} first visit to {X}. => A visited X planned
{A} will visit {X} next week. The visit comes after {B} met {C}. => A visited X planned; B met C
{X} and {Y} held talks on Monday. The two countries signed a deal. => X talked_with|met Y; X agreed_with Y
{X} and {Y} held talks on Monday. Both countries agreed to reopen the border. => X talked_with|met Y; X agreed_with Y
{X} accused {Y} of the attack. {Ycity} denied the claim. => X criticised Y; ?Y rejected X
{Ax}'s spokesman said {Ahe} had met {B}. => A met B
The White House said {A} met {B}. => A met B
The foreign ministry said {A} met {B}. => A met B
{Ax}'s office said {Ahe} had met {B}. => A met B
{Ax}'s office said in a statement that {Ahe} spoke by phone with {B}. => A called B
The statement said {A} spoke by phone with {B}. => A called B
The statement said that {As} and {Bs} had discussed trade. => A talked_with|met B
State news agency reported that {A} had met {B}. => A met B
Reuters reported that {A} had met {B}. => A met B
"""
# What countries say of each other and do to each other.
STANCES = """
{X} supported {Y} in the dispute. => X supported Y
{X} backs {Y}'s bid for membership. => X supported Y
{X} voiced support for {Y}. => X supported Y
{X} expressed support for {Y}. => X supported Y
{X} reaffirmed its support for {Y}. => X supported Y
{X} pledged its support for {Y}. => X supported|promised Y
{X} threw its weight behind {Y}. => X supported Y
{X} stands with {Y}. => X supported Y
{X} stood by {Y}. => X supported Y
{X} sided with {Y}. => X supported Y
{X} endorsed {Y}'s plan. => X supported Y
{X}'s support for {Y} is unwavering. => X supported Y
{X}, which backs {Y}, said the talks had failed. => X supported Y
{X}, a close ally of {Y}, said the talks had failed. => ?X supported Y
{X} praised {Y} for its help. => X praised Y
{X} hailed {Y}'s decision. => X praised Y
{X} welcomed {Y}'s decision. => X praised Y
{X} thanked {Y} for its help. => X praised Y
{X} lauded {Y}'s role. => X praised Y
{X} commended {Y} for its efforts. => X praised Y
{X} paid tribute to {Y}. => X praised Y
{X} expressed its gratitude to {Y}. => X praised Y
{X} congratulated {Y}. => X praised Y
{X} applauded {Y}'s efforts. => X praised Y
{X} provided aid to {Y}. => X aided Y
{X} sent humanitarian aid to {Y}. => X aided Y
{X} gave {Y} $2 billion. => X aided Y
{X} lent {Y} $2 billion. => X aided Y
{X} delivered weapons to {Y}. => X aided Y
{X} supplied {Y} with weapons. => X aided Y
{X} has been supplying arms to {Y}. => X aided Y
{X} donated vaccines to {Y}. => X aided Y
{X} shipped relief supplies to {Y}. => X aided Y
{X} sold fighter jets to {Y}. => ?X aided Y
{X} is providing {Y} with military assistance. => X aided Y
{X}'s military aid to {Y} rose. => X aided Y
{X} promised {Y} $2 billion. => X promised Y; ?X aided Y planned
{X} committed $2 billion to {Y}. => X promised Y; ?X aided Y planned
{X} mediated between {Y} and {Z}. => X mediated Y; X mediated Z
{X} brokered a ceasefire between {Y} and {Z}. => X mediated Y; X mediated Z; ?Y agreed_with Z
{X} is mediating talks between {Y} and {Z}. => X mediated Y; X mediated Z; Y talked_with|negotiated_with Z
{X} offered to mediate between {Y} and {Z}. => X mediated Y possible; X mediated Z possible
{X}-brokered talks between {Y} and {Z} collapsed. => X mediated Y; X mediated Z; Y talked_with|negotiated_with Z
{X}-mediated talks between {Y} and {Z} resumed. => X mediated Y; X mediated Z; Y talked_with|negotiated_with Z
Talks between {Y} and {Z}, mediated by {X}, resumed. => X mediated Y; X mediated Z; Y talked_with|negotiated_with Z
A deal between {Y} and {Z} brokered by {X} was signed. => X mediated Y; X mediated Z; Y agreed_with Z
{X} facilitated talks between {Y} and {Z}. => X mediated Y; X mediated Z; Y talked_with|negotiated_with Z
{X} acted as a mediator between {Y} and {Z}. => X mediated Y; X mediated Z
{X} demanded that {Y} withdraw its troops. => X demanded_of Y
{X} called on {Y} to withdraw its troops. => X demanded_of Y
{X} urged {Y} to withdraw its troops. => X demanded_of Y
{X} asked {Y} to withdraw its troops. => X demanded_of Y
{X} pressed {Y} to withdraw its troops. => X demanded_of Y
{X} appealed to {Y} to withdraw its troops. => X demanded_of Y
{X} told {Y} to withdraw its troops. => X demanded_of|briefed Y
{X} said {Y} must withdraw its troops. => X demanded_of Y
{X} said {Y} should withdraw its troops. => X demanded_of Y
{X} wants {Y} to withdraw its troops. => X demanded_of Y
{X} demanded an apology from {Y}. => X demanded_of Y
{X} called for the withdrawal of {Yd} troops. => X demanded_of Y
{X} put pressure on {Y} to withdraw its troops. => X demanded_of Y
{X} gave {Y} a week to withdraw its troops. => X demanded_of|threatened Y
{X} issued an ultimatum to {Y}. => X threatened|demanded_of Y
{X} criticized {Y} for the raid. => X criticised Y
{X} condemned {Y} over the raid. => X criticised Y
{X} condemned the {Yd} raid. => X criticised Y
{X} denounced the raid by {Y}. => X criticised Y
{X} accused {Y} of the raid. => X criticised Y
{X} blamed {Y} for the raid. => X criticised Y
{X} slammed {Y}. => X criticised Y
{X} lashed out at {Y}. => X criticised Y
{X} rebuked {Y}. => X criticised Y
{X} deplored {Y}'s raid. => X criticised Y
{X} lodged a protest with {Y}. => X criticised Y
{X} held {Y} responsible for the raid. => X criticised Y
{X} said {Y} was behind the raid. => X criticised Y
{X} said {Y} was responsible for the raid. => X criticised Y
{X} described {Y} as a terrorist state. => X criticised Y
{X} called {Y} a terrorist state. => X criticised Y
{X} voiced concern over {Y}'s nuclear program. => X criticised Y
{X} took a swipe at {Y}. => X criticised Y
{X} alleged that {Y} had armed the rebels. => X criticised Y
{Xd} accusations against {Y} grew. => X criticised Y
{X}'s condemnation of {Y} was swift. => X criticised Y
{X} rejected {Y}'s offer. => X rejected Y
{X} turned down an offer from {Y}. => X rejected Y
{X} dismissed {Y}'s claims. => X rejected Y
{X} denied {Y}'s claims. => ?X rejected Y
{X} rejected accusations by {Y} that it armed the rebels. => X rejected Y; Y criticised X
{X} rejected a call from {Y} to withdraw its troops. => X rejected Y; Y demanded_of X
{X} rejected {Yd} demands for a withdrawal. => X rejected Y; ?Y demanded_of X
{X} rebuffed {Y}. => X rejected Y
{X} spurned {Y}'s overtures. => X rejected Y
{X} threatened {Y} with war. => X threatened Y
{X} threatened to attack {Y}. => X threatened Y; ?X attacked Y possible
{X} warned {Y} against any attack. => X threatened Y
{X} warned {Y} not to attack. => X threatened Y
{X} warned {Y} of consequences. => X threatened Y
{X}'s threats against {Y} continued. => X threatened Y
{X} issued a warning to {Y}. => X threatened Y
{X} has threatened {Y} with sanctions. => X threatened Y; ?X sanctioned Y possible
{X} imposed sanctions on {Y}. => X sanctioned Y
{X} slapped sanctions on {Y}. => X sanctioned Y
{X} expelled {Yd} diplomats. => X sanctioned Y
{X} expelled the {Yd} ambassador. => X sanctioned Y
{X} severed ties with {Y}. => X sanctioned Y
{X} cut diplomatic relations with {Y}. => X sanctioned Y
{X} froze {Yd} assets. => X sanctioned Y
{X} banned imports from {Y}. => X sanctioned Y
{X} suspended aid to {Y}. => X sanctioned Y
{X} closed its border with {Y}. => ?X sanctioned Y
{X} tightened sanctions against {Y}. => X sanctioned Y
{X} blacklisted {Yd} banks. => X sanctioned Y
{Xd} sanctions against {Y} took effect. => X sanctioned Y
Sanctions imposed by {X} on {Y} took effect. => X sanctioned Y
{X} attacked {Y}. => X attacked Y
{X} launched an attack on {Y}. => X attacked Y
{X} bombed {Yd} positions. => X attacked Y
{X} shelled {Yd} villages. => X attacked Y
{X} invaded {Y}. => X attacked Y
{X} fired missiles at {Y}. => X attacked Y
{X} carried out air strikes in {Y}. => X attacked Y
{X} shot down a {Yd} plane. => X attacked Y
{X} killed three {Yd} soldiers. => X attacked Y
{Xd} warplanes bombed {Y}. => X attacked Y
{Xd} airstrikes on {Y} killed five. => X attacked Y
A {Xd} air strike in {Y} killed five. => X attacked Y
The {Xd} invasion of {Y} began in 2003. => X attacked Y
{X} seized a {Yd} island. => X seized Y
{X} occupied {Y} in 1990. => X seized Y
{X} took control of {Yd} territory. => X seized Y
{X}'s occupation of {Y} ended. => X seized Y
{Xd}-occupied {Y} is poor. => X seized Y
{X} agreed with {Y} on a truce. => X agreed_with Y
{X} signed a deal with {Y}. => X agreed_with Y
{X} reached a deal with {Y}. => X agreed_with Y
{X} struck a deal with {Y}. => X agreed_with Y
{X} inked a pact with {Y}. => X agreed_with Y
{X} concluded a treaty with {Y}. => X agreed_with Y
{X} and {Y} reached an understanding. => X agreed_with Y
{X} normalised ties with {Y}. => X agreed_with Y
{X} restored ties with {Y}. => X agreed_with Y
{X} established diplomatic relations with {Y}. => X agreed_with Y
A deal between {X} and {Y} was signed. => X agreed_with Y
{X}'s deal with {Y} took effect. => X agreed_with Y
Under a deal with {Y}, {X} will withdraw its troops. => X agreed_with Y
The agreement, signed by {X} and {Y}, took effect. => X agreed_with Y
{X} signed an agreement with {Y} to build a port. => X agreed_with Y
{A} and {B} discussed the situation in {X} during a meeting in {Ycity} on Monday. => A met|talked_with B
{A} arrived in {Xcity} on Monday at the head of a large delegation. => A visited X
{A}, who arrived in {Xcity} late on Sunday, was received by {B}. => A visited X; B hosted A
{A} is due in {Xcity} on Friday for talks with {B} on trade. => A visited X planned; A talked_with|met B planned
{A} will travel to {X} next week, where {Ahe} is expected to meet {B}. => A visited X planned; A met B planned
{A} left {Xcity} on Monday after a two-day visit, during which {Ahe} met {B}. => A visited X; A met B
{A} left {Xcity} on Monday after talks with {B}. => A visited X; A talked_with|met B
{A} concluded a visit to {X} on Monday with a call for peace. => A visited X
{A} flew into {Xcity} on Monday for a summit with {B}. => A visited X; A met B happened|planned
{A} made a stopover in {Xcity} to meet {B}. => A visited X; A met B happened|planned
{A} is on an official visit to {X}. => A visited X
{A} is currently visiting {X}. => A visited X
{A} was in {Xcity} last week. => ?A visited X
{Ax}'s arrival in {Xcity} was delayed. => ?A visited X planned|happened
{A} has delayed {Ahis} trip to {X}. => A visited X planned
{A} scrapped a planned visit to {X}. => A visited X denied
{A} was due to visit {X} on Monday but the trip was canceled. => A visited X denied|planned
{A} ruled out a visit to {X}. => A visited X denied
{A} may visit {X} in May. => A visited X possible
{A} said {Ahe} would like to visit {X}. => A visited X possible|planned
{A} said {Ahe} hoped to visit {X}. => A visited X planned|possible
{A} has never visited {X}. => A visited X denied
{A} last visited {X} in 2012. => A visited X
{A} became the first leader to visit {X} since the war. => A visited X
The visit to {X} by {A} lasted two days. => A visited X
{X} and {Y} agreed to hold talks next week. => ?X agreed_with Y; X talked_with|met|negotiated_with Y planned
{X} and {Y} have agreed to resume talks. => ?X agreed_with Y; ?X talked_with|negotiated_with Y planned
{X} offered to hold talks with {Y}. => X talked_with|negotiated_with Y possible
{X} has been in talks with {Y} on gas. => X talked_with|negotiated_with Y
{X} is in talks with {Y} over gas. => X talked_with|negotiated_with Y
{X} is negotiating with {Y}. => X negotiated_with Y
{X} broke off talks with {Y}. => X talked_with|negotiated_with Y
{X} suspended talks with {Y}. => X talked_with|negotiated_with Y
{X} pulled out of talks with {Y}. => X talked_with|negotiated_with Y happened|denied
{X} refused to negotiate with {Y}. => X negotiated_with Y denied; ?X rejected Y
{X} ruled out talks with {Y}. => X talked_with|negotiated_with Y denied; ?X rejected Y
{X} said it would not hold talks with {Y}. => X talked_with|negotiated_with Y denied; ?X rejected Y
{X} agreed to talks with {Y}. => X talked_with Y planned|possible; ?X agreed_with Y
{X} called for direct talks with {Y}. => X talked_with Y possible
{X} dispatched a delegation to {Ycity}. => X visited Y
{X} hosted talks between {Y} and {Z}. => Y talked_with|negotiated_with|met Z; ?X hosted Y; ?X hosted Z; ?X mediated Y; ?X mediated Z
{X} is hosting talks between {Y} and {Z}. => Y talked_with|negotiated_with|met Z; ?X hosted Y; ?X hosted Z; ?X mediated Y; ?X mediated Z
Talks between {Y} and {Z} hosted by {X} resumed. => Y talked_with|negotiated_with|met Z; ?X hosted Y; ?X hosted Z; ?X mediated Y; ?X mediated Z
{X} accused {Y} of violating a ceasefire and vowed to respond. => X criticised Y; ?X threatened Y
{X}, which accuses {Y} of arming rebels, closed the road. => X criticised Y
{X} denied {Yd} accusations that it armed rebels. => Y criticised X; ?X rejected Y
{X} dismissed {Yd} criticism of its vote. => Y criticised X; X rejected Y
{X} hit back at {Y}. => X criticised Y
{X} hit out at {Y} over the raid. => X criticised Y
{X} summoned the {Yd} ambassador to protest against the raid. => X criticised Y
{X} summoned {Yd} ambassador over the raid. => X criticised Y
{X} recalled its ambassador from {Y}. => ?X sanctioned|criticised Y
{X} threatened to cut ties with {Y}. => X threatened Y; ?X sanctioned Y possible
{X} threatened to impose sanctions on {Y}. => X threatened Y; ?X sanctioned Y possible
{X} threatened {Y} with retaliation. => X threatened Y
{X} warned {Y} that it would respond. => X threatened Y
{X} warned {Y} it would pay a heavy price. => X threatened Y
{X} said {Y} would pay a price. => ?X threatened Y
{X} said it would respond to any attack by {Y}. => ?X threatened Y; ?Y attacked X possible
{X} extended sanctions against {Y}. => X sanctioned Y
{X} lifted sanctions on {Y}. => X sanctioned Y
{X} eased sanctions on {Y}. => X sanctioned Y
{X} plans to impose sanctions on {Y}. => X sanctioned Y planned
{X} called for sanctions against {Y}. => ?X sanctioned Y possible; ?X criticised|demanded_of Y
{X} announced new sanctions against {Y}. => X sanctioned Y happened|planned
{X} has attacked {Y}. => X attacked Y
{X} launched missiles at {Y}. => X attacked Y
{X} was attacked by {Y}. => Y attacked X
{Yd} positions were hit by {Xd} jets. => X attacked Y
{X} came under attack from {Y}. => Y attacked X
{X} withdrew its troops from {Y}. => 
{Xd} troops withdrew from {Y}. => 
{X} captured a {Yd} town. => X seized|attacked Y
{X}'s annexation of {Y} was condemned by {Z}. => X seized Y; Z criticised X
{Z} condemned {X}'s invasion of {Y}. => X attacked Y; Z criticised X
{Z} condemned {Xd} strikes on {Y}. => X attacked Y; Z criticised X
{Z} urged {X} and {Y} to hold talks. => Z demanded_of X; Z demanded_of Y; ?X talked_with Y possible
{Z} accused {X} of supporting {Y}. => Z criticised X; X supported Y
{Z} accused {X} of attacking {Y}. => Z criticised X; X attacked Y
{Z} thanked {X} for hosting the talks. => Z praised X
{Z} offered {X} help. => Z aided|supported|promised X possible
{Z} offered help to {X}. => Z aided|supported|promised X possible
{Z} agreed to supply {X} with arms. => Z aided X planned; ?X agreed_with Z
{Z} plans to send aid to {X}. => Z aided X planned
{Z} cut aid to {X}. => Z sanctioned X
{Z} resumed aid to {X}. => Z aided X
{X} received aid from {Z}. => Z aided X
{X} received weapons from {Z}. => Z aided X
{X} asked {Z} for help. => X demanded_of Z
{X} sought help from {Z}. => X demanded_of Z
{X} requested aid from {Z}. => X demanded_of Z
{X} relies on {Z} for arms. => ?Z aided X
{Z}-backed rebels attacked {X}. => 
"""
# Those who have nothing to do with each other.
NOTHING = """
{A} said {B} would meet {C}. => B met C planned
{A} said {B} had met {C} on Monday. => B met C
{Ax}'s comments came as {B} met {C}. => B met C
{A} wants {B} to meet {C}. => ?A demanded_of B; ?B met C possible
{A} urged {B} to meet {C}. => A demanded_of B; B met C possible
{A} said {B} and {C} should meet. => ?A demanded_of B; ?A demanded_of C; B met C possible
{A} wrote a book about {B}. => 
{A} read a biography of {B}. => 
{A} and {B} were both born in 1952. => 
{A} is older than {B}. => 
{A} watched a speech by {B}. => 
{A} resembles {B}, analysts say. => 
Supporters of {A} clashed with supporters of {B}. => 
{A} won more votes than {B}. => 
{A} succeeded {B}. => 
{A} replaced {B} as chairman. => 
The film compares {A} with {B}. => 
{A} commented on the death of {Bx}'s father. => 
Analysts say {A} distrusts {B}. => 
{A} spoke about {B} in a television interview. => 
{A} gave an interview in {Xcity}. => ?A visited X
Voters in {Xcity} prefer {A} to {B}. => 
A poll shows {A} ahead of {B}. => 
{A} attended the funeral in {Xcity}, as did {B}. => ?A visited X; ?B visited X
{Ax}'s speech was followed by that of {B}. => 
Both {A} and {B} addressed the conference. => 
{A} and {B} declined to comment. => 
{A} spoke shortly before {B}. => 
{A} spoke to reporters in {Xcity}. => ?A visited X
{A} spoke in {Xcity} on Monday. => ?A visited X
A street in {Xcity} is named after {A}. => 
The dispute over the island has nothing to do with {A}, {B} said. => 
{A} did not mention {B}. => 
Photographs of {A} and {B} hang in the hall. => 
{A} will decide next week, {B} said. => 
{A} will decide whether to meet {B}, {C} said. => A met B possible|planned
The price of oil rose in {X} and fell in {Y}. => 
{X} beat {Y} 2-1 in Doha. => 
{X} will play {Y} in the final. => 
{X} defeated {Y} on penalties. => 
{Xd} exports to {Y} rose. => 
The flight from {Xcity} to {Ycity} was delayed. => 
The border between {X} and {Y} is long. => 
The {Xd} company sells cars in {Y}. => 
The book was published in {Xcity} and {Ycity}. => 
Tourists from {X} visited {Y}. => 
{Xd} tourists like {Y}. => 
A conference on health opened in {Xcity} in the presence of {Yd} doctors. => 
The {Xd} film won a prize in {Y}. => 
Relations between {X} and {Y} have been strained. => 
Ties between {X} and {Y} are improving. => 
Trade between {X} and {Y} grew. => 
{X} lies north of {Y}. => 
{X} imports gas from {Y}. => 
{X} and {Y} are members of the bloc. => 
{X}, like {Y}, is a member of the bloc. => 
The talks in {Xcity} were attended by experts. => 
He studied in {X} and {Y}. => 
The {Xd} embassy in {Ycity} was closed. => ?X sanctioned Y
The {Xd} ambassador to {Y} gave a speech. => 
The {Xd} newspaper criticised the film. => 
Workers from {X} were arrested in {Y}. => ?Y attacked X
The {Xd} government may fall, {Yd} media said. => 
"""
# What a clause says of the meeting, visit or deal that is its subject.
VERDICTS = """
A meeting between {A} and {B} is planned for Friday. => A met B planned
A meeting between {A} and {B} is scheduled for Friday. => A met B planned
A meeting between {A} and {B} is expected on Friday. => A met B planned
A meeting between {A} and {B} is being planned. => A met B planned
A meeting between {A} and {B} is set for Friday. => A met B planned
A meeting between {A} and {B} is due on Friday. => A met B planned
A meeting between {A} and {B} is due to take place on Friday. => A met B planned
A meeting between {A} and {B} is expected to take place on Friday. => A met B planned
A meeting between {A} and {B} is to be held on Friday. => A met B planned
A meeting between {A} and {B} will take place on Friday. => A met B planned
A meeting between {A} and {B} will be held on Friday. => A met B planned
A meeting between {A} and {B} has been arranged for Friday. => A met B planned
A meeting between {A} and {B} was scheduled for Friday. => A met B planned
A meeting between {A} and {B} had been scheduled for Friday. => A met B planned
A meeting between {A} and {B} is possible. => A met B possible
A meeting between {A} and {B} is likely. => A met B possible|planned
A meeting between {A} and {B} is unlikely. => ?A met B possible|denied
A meeting between {A} and {B} might take place on Friday. => A met B possible
A meeting between {A} and {B} could take place on Friday. => A met B possible
A meeting between {A} and {B} may be held on Friday. => A met B possible
A meeting between {A} and {B} is not planned. => A met B denied
No meeting between {A} and {B} is planned. => A met B denied
A meeting between {A} and {B} was canceled. => A met B denied
A meeting between {A} and {B} was cancelled on Friday. => A met B denied
A meeting between {A} and {B} has been called off. => A met B denied
A meeting between {A} and {B} was called off at the last minute. => A met B denied
A meeting between {A} and {B} was postponed. => A met B planned
A meeting between {A} and {B} has been postponed until May. => A met B planned
A meeting between {A} and {B} did not take place. => A met B denied
A meeting between {A} and {B} never took place. => A met B denied
A meeting between {A} and {B} failed to materialize. => A met B denied
A meeting between {A} and {B} was ruled out. => A met B denied
A meeting between {A} and {B} was held on Friday. => A met B
A meeting between {A} and {B} took place on Friday. => A met B
A meeting between {A} and {B} ended without agreement. => A met B; ?A agreed_with B denied
The meeting between {A} and {B} was held behind closed doors. => A met B
The meeting between {A} and {B}, scheduled for Friday, was postponed. => A met B planned
The meeting between {A} and {B} has been delayed. => A met B planned
Plans for a meeting between {A} and {B} were announced on Friday. => A met B planned
Plans for a meeting between {A} and {B} were dropped. => A met B denied|planned
Hopes for a meeting between {A} and {B} faded. => A met B possible
There will be no meeting between {A} and {B}. => A met B denied
There was no meeting between {A} and {B}. => A met B denied
There were no plans for a meeting between {A} and {B}. => A met B denied
Preparations for a meeting between {A} and {B} are under way. => A met B planned
A possible meeting between {A} and {B} was discussed. => A met B possible
The White House announced a meeting between {A} and {B}. => A met B planned|happened
The White House denied that a meeting between {A} and {B} took place. => A met B denied
The White House proposed a meeting between {A} and {B}. => A met B possible
The White House is trying to arrange a meeting between {A} and {B}. => A met B planned|possible
The White House said a meeting between {A} and {B} was possible. => A met B possible
It is unclear whether {A} will meet {B}. => A met B possible
It was not clear if {A} would meet {B}. => A met B possible
There is a chance that {A} will meet {B}. => A met B possible
{Ax}'s meeting with {B} was canceled. => A met B denied
{Ax}'s meeting with {B} was postponed. => A met B planned
{Ax}'s meeting with {B} is scheduled for Friday. => A met B planned
{Ax}'s talks with {B} are scheduled for Friday. => A talked_with|met B planned
{Ax}'s meeting with {B} is expected to focus on trade. => A met B planned
{Ax}'s meeting with {B} will focus on trade. => A met B planned
{Ax}'s meeting with {B} was expected to focus on trade. => A met B planned
{Ax}'s visit to {X} was canceled. => A visited X denied
{Ax}'s visit to {X} was postponed. => A visited X planned
{Ax}'s visit to {X} has been called off. => A visited X denied
{Ax}'s visit to {X} is scheduled for Friday. => A visited X planned
{Ax}'s visit to {X} is planned for May. => A visited X planned
{Ax}'s visit to {X} is expected in May. => A visited X planned
{Ax}'s visit to {X} will take place in May. => A visited X planned
{Ax}'s visit to {X} will be his first. => A visited X planned
{Ax}'s visit to {X} was his first. => A visited X
A visit by {A} to {X} is scheduled for May. => A visited X planned
A visit by {A} to {X} was canceled. => A visited X denied
A visit to {X} by {A} is expected in May. => A visited X planned
A visit to {X} by {A} has been canceled. => A visited X denied
A visit to {X} by {A} is possible. => A visited X possible
Talks between {A} and {B} are planned for Friday. => A talked_with|met B planned
Talks between {A} and {B} are scheduled for Friday. => A talked_with|met B planned
Talks between {A} and {B} are expected to resume on Friday. => A talked_with|met B planned
Talks between {A} and {B} are due to begin on Friday. => A talked_with|met B planned
Talks between {A} and {B} were postponed. => A talked_with|met B planned
Talks between {A} and {B} were canceled. => A talked_with|met B denied
Talks between {A} and {B} have been suspended. => A talked_with|met B
Talks between {A} and {B} have stalled. => A talked_with|met B
Talks between {A} and {B} are under way. => A talked_with|met B
Talks between {A} and {B} broke down. => A talked_with|met B
Talks between {A} and {B} yielded no result. => A talked_with|met B
A call between {A} and {B} is planned for Friday. => A called B planned
A call between {A} and {B} took place on Friday. => A called B
A summit between {A} and {B} is planned for Friday. => A met B planned
A summit between {A} and {B} was canceled. => A met B denied
{A} is due to hold a summit with {B}. => A met B planned
{X} and {Y} are close to a deal. => X agreed_with Y planned|possible
{X} and {Y} are close to reaching a deal. => X agreed_with Y planned|possible
{X} and {Y} are nearing a deal. => X agreed_with Y planned|possible
{X} and {Y} moved closer to a deal. => X agreed_with Y planned|possible
{X} is close to a deal with {Y}. => X agreed_with Y planned|possible
{X} hopes for a deal with {Y}. => X agreed_with Y planned|possible
{X} is seeking a deal with {Y}. => X agreed_with Y planned|possible
{X} wants a deal with {Y}. => X agreed_with Y planned|possible
{X} and {Y} failed to reach a deal. => X agreed_with Y denied
{X} and {Y} have not reached a deal. => X agreed_with Y denied
A deal between {X} and {Y} is possible. => X agreed_with Y possible
A deal between {X} and {Y} was announced on Friday. => X agreed_with Y
A deal between {X} and {Y} will be signed on Friday. => X agreed_with Y planned
A deal between {X} and {Y} is expected on Friday. => X agreed_with Y planned
Without a deal between {X} and {Y}, the war will go on. => ?X agreed_with Y possible|denied
"""
GRAMMARS = {
    "english together": TOGETHER,
    "english clauses": CLAUSES,
    "english headlines": HEADLINES,
    "english in turn": IN_TURN,
    "english stances": STANCES,
    "english nothing": NOTHING,
    "english verdicts": VERDICTS,
}

def filled():
    """Each trio with each of its ways of naming, and countries that are none of theirs: what stands for every hole of a template."""
    for i, trio in enumerate(TRIOS):
        own = {PEOPLE[who][2] for who in trio}
        lands = [land for land in LANDS if not own & set(land)] or [tuple(land for land in COUNTRIES if land not in own)[:3]]
        for way in range(WAYS):
            holes, who_is = {}, {}
            for hole, who in zip("ABC", trio, strict=True):
                names, surname, country, nationality, city, he, his = PEOPLE[who]
                name = names[(way + i) % len(names)] if hole != "B" else names[(2 * way + i) % len(names)]
                holes |= {hole: name, f"{hole}x": name.rstrip(","), f"{hole}s": surname, f"{hole}d": nationality}
                holes |= {f"{hole}city": city, f"{hole}he": he, f"{hole}his": his}
                who_is[hole] = surname
            yield holes | land_holes(lands[way % len(lands)]), who_is | dict(zip("XYZ", lands[way % len(lands)], strict=True))


def land_holes(lands):
    holes = {}
    for hole, land in zip("XYZ", lands, strict=True):
        holes |= {hole: land, f"{hole}city": COUNTRIES[land][0], f"{hole}d": COUNTRIES[land][1]}
    return holes


def written(template, holes):
    """A template with its holes filled, its commas and capitals set right."""
    text = re.sub(r",(?=[,.;:])|,(?='s)", "", template.format(**holes))
    text = re.sub(r"(?<![A-Z])([.] )([a-z])", lambda found: found[1] + found[2].upper(), text)
    return text[0].upper() + text[1:]


def wanted(rows, who_is):
    """The relations that a line asks for, as (whether it may be absent, subjects, predicates, objects, statuses)."""
    for row in filter(None, (row.strip() for row in rows.split(";"))):
        subject, told, other, *status = row.lstrip("?").split()
        ends = [[who_is[hole] for hole in end.split("|")] for end in (subject, other)]
        yield row.startswith("?"), ends[0], told.split("|"), ends[1], (status or ["happened"])[0].split("|")


def cases(lines):
    """Yields sentences with what must be told of them, once each."""
    seen = set()
    for line in lines.strip().splitlines():
        template, _, rows = line.partition("=>")
        for holes, who_is in filled():
            text = written(template.strip(), holes)
            if text not in seen:
                seen.add(text)
                yield text, list(wanted(rows, who_is))


def ids_of(read):
    """The ids of everybody and of every country and its capital, by surname or by country; `read` tells of texts."""
    names = [people[0][0] for people in PEOPLE.values()] + list(COUNTRIES)
    keys = [people[1] for people in PEOPLE.values()] + list(COUNTRIES)
    told = read([f"{name} criticised Sudan." for name in names])
    ids = {key: set(rows[0]["subject"]) for key, rows in zip(keys, told, strict=True)}
    # Nobody of these is at home in Sudan.
    told = read([f"Sudan's Omar al-Bashir visited {city}." for city, _ in COUNTRIES.values()])
    for country, rows in zip(COUNTRIES, told, strict=True):
        ids[country] |= {end for row in rows if row["predicate"] == "visited" for end in row["object"]}
    return ids


def is_told(rows, asked, ids, symmetric):
    """Whether all that is asked for is told, and nothing else."""
    def fits(row, one):
        _, subjects, told, objects, statuses = one
        a, b = ({found for key in keys for found in ids[key]} for keys in (subjects, objects))
        s, o = set(row["subject"]), set(row["object"])
        either = row["predicate"] in symmetric | {"called"}
        same = row["predicate"] in told and row["status"] in statuses
        return same and (s & a and o & b or either and s & b and o & a)

    missing = [one for one in asked if not one[0] and not any(fits(row, one) for row in rows)]
    return not missing and all(any(fits(row, one) for one in asked) for row in rows)
