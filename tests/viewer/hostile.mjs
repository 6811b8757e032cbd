// Records of documents that try to be more than text.

const SENTENCES = [
  "<script>window.hit=1</script>",
  "</script><script>window.hit=1</script>",
  "<!-- <script> --> </SCRIPT > ]]> <![CDATA[",
  "<img src=x onerror=window.hit=1>",
  "\"'><svg onload=window.hit=1>",
  "{{7*7}} ${window.hit=1} &lt;b&gt; <b>",
  "\u202eمقلوب\u202d \u2066\u2067 \u0000\u0001\u001b[31m\u007f \ufffe \u{1F600} \u{10FFFF} e\u0301\u0301\u0301",
  "=HYPERLINK(\"javascript:window.hit=1\")",
];

export const records = SENTENCES.map((sentence, place) => ({
  id: `hostile-${place}<img src=x onerror=window.hit=1>`,
  lang: "ar",
  date: "2025-08-18",
  title: sentence,
  publisher: sentence,
  url: ["javascript:window.hit=1", "data:text/html,<script>window.hit=1</script>", "https://news.example/\"><script>window.hit=1</script>", "not an address"][place % 4],
  relations: [
    {
      subject: `new:a${place}"><b>`, predicate: "met", object: "new:</script>", start: 0, end: [...sentence].length, evidence: sentence,
      trigger: { start: 0, end: 3 }, subject_mention: { start: 1, end: 5 }, object_mention: { start: 2, end: 900 }, rule: sentence, confidence: 0.9,
      place: "new:<b>", attribution: "new:<i>",
    },
  ],
  entities: [
    { id: `new:a${place}"><b>`, kind: "person", name: sentence },
    { id: "new:</script>", kind: "person", name: "</script><script>window.hit=1</script>" },
  ],
}));
