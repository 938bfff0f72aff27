import type { SiteWords } from "./es.ts";

export const en: SiteWords = {
  tagline: "Warehouse management software",
  description: "Warehouse management software for distribution, logistics and manufacturing companies.",
  sample: "Sample site of an invented company.",
  inbox: "See the e-mails it sends",
  other: "Español",
  skip: "Skip to the content",
  nav: { home: "Home", resources: "Resources", pricing: "Pricing", contact: "Contact", careers: "Careers" },
  privacyLink: "Privacy",
  talk: "Let’s talk about your warehouse",
  banner: {
    title: "May we know what interests you?",
    text: "If you accept, we keep a random number in this browser and note which of our pages you read, to offer you what is of use. If you refuse, nothing is stored or sent, and the site works just the same.",
    accept: "Accept",
    refuse: "Refuse",
    more: "What we keep",
  },
  home: {
    title: "Every order leaves right the first time",
    lead: "Anaquel runs your warehouse from goods-in to the loading dock: what to pick, which way to walk, in which order. No paper, and no weekend stock counts.",
    points: [
      ["Fewer picking errors", "Every line is confirmed by scanner, by voice or by light."],
      ["Stock you can trust", "Counting goes on while you work: nothing has to close."],
      ["Live in eight weeks", "Connected to your ERP, your people trained, at a fixed price."],
    ],
    seePrices: "See the prices",
    how: "How a warehouse works with Anaquel",
    steps: [
      ["Goods in", "The lorry arrives, the scanner knows the purchase order, and every pallet knows where it goes."],
      ["Put away", "What leaves most often stays near the dock. The software works it out anew every night."],
      ["Pick", "One walk for several orders, and a check at every slot."],
      ["Ship", "Label, delivery note and carrier in one step. The customer hears of it at once."],
    ],
    reading: "To read in peace",
    allReading: "All resources",
  },
  pricing: {
    title: "Clear prices, by warehouse and not by head",
    lead: "Every plan includes updates, backups and help by phone from Monday to Friday. The rollout is quoted apart, at a fixed price.",
    chosen: "Chosen most often",
    plans: [
      {
        name: "Essential",
        price: "€390 a month",
        for: "One warehouse, up to 10 people",
        has: ["Goods-in, put-away and picking by scanner", "Continuous counting", "Link to one standard ERP"],
      },
      {
        name: "Professional",
        price: "€890 a month",
        for: "One warehouse, up to 50 people",
        has: ["All of Essential", "Picking by voice or by light", "Several walks at a time", "Productivity dashboard"],
      },
      {
        name: "Group",
        price: "Tailored",
        for: "Several warehouses, or more than 50 people",
        has: ["All of Professional", "Stock shared between warehouses", "An account manager of your own"],
      },
    ],
    ask: "Ask for a price for my warehouse",
    questionsTitle: "What people ask us",
    questions: [
      ["Is there a minimum term?", "Twelve months. After that, month by month."],
      ["What does the rollout cost?", "€6,000 to €18,000, depending on the links. The price is fixed before we start."],
      ["Are scanners included?", "No. Use your own, buy them, or rent them for €22 a month each."],
    ],
  },
  resources: {
    title: "Resources",
    lead: "What we have learned in more than a hundred warehouses, without the sales talk. A few minutes to read, and yours to download.",
    phases: { awareness: "To begin with", consideration: "To compare", decision: "To decide" },
    read: "Read",
    webinar: {
      title: "Recorded webinar: stock counts without closing the warehouse",
      text: "Forty minutes with two warehouse managers who no longer count on Sundays, and their answers to questions from the audience.",
      watch: "Watch the recording",
      watching:
        "This is a sample site and there is no recording, but it counted as attendance if you accepted measuring.",
    },
  },
  article: {
    minutes: (minutes: number) => `${minutes} minutes to read`,
    download: "Download to read later",
    nextTitle: "And in your warehouse?",
    next: "Twenty minutes by video call are enough to know whether we can help. If we cannot, we will tell you.",
    more: "Read on",
  },
  thanks: {
    title: "Thank you: we have it",
    text: "We have received your details. If you asked for a demo or for prices, somebody who knows warehouses like yours will call you; if not, what you asked for comes by e-mail.",
    meanwhile: "Meanwhile, this may be of use",
    tryTitle: "To try it out",
    tryText:
      "Go on as whoever has just filled in the form: look at the prices, read half of an article for a few seconds, or download it. With enough interest the contact goes to the sales team within seconds.",
    measured: "Measuring is accepted: what you read now counts.",
    notMeasured: "Measuring is not accepted: what you read does not count.",
    tryInbox: "Open the inbox",
  },
  privacy: {
    title: "Privacy and measuring",
    lead: "What we keep of those who visit us, what for, and how to change your mind.",
    parts: [
      [
        "Nothing without your leave",
        "We use no cookies. Before you accept, nothing is stored in your browser and nothing is sent about what you read. If your browser asks for privacy (Global Privacy Control), we take that for a no.",
      ],
      [
        "If you accept",
        "We keep a random number in this browser and note which of our pages you visit, which articles you read and what you download. If you fill in a form later, that reading joins your details, so that you need not tell us twice.",
      ],
      [
        "What we do not do",
        "We do not measure whether you open e-mails, share nothing with advertising networks, and do not keep your IP address.",
      ],
    ],
    now: "Right now:",
    states: {
      pending: "you have not chosen yet.",
      given: "you have accepted measuring.",
      refused: "nothing is measured.",
    },
    forget: "Forget everything",
  },
  careers: {
    title: "Work with us",
    lead: "We are 34 people in Madrid and Valencia. We look for people who have walked a warehouse floor, or would like to.",
    jobs: [
      ["Rollout consultant", "Madrid. Takes warehouses from the spreadsheet to the first order."],
      ["Software developer", "Valencia or remote. TypeScript, and much patience with label printers."],
    ],
    write: "Write to us with your CV at",
  },
};
