import type { SiteWords } from "./es.ts";

export const en: SiteWords = {
  tagline: "Warehouse management software",
  description: "Warehouse management software for distribution, logistics and manufacturing companies.",
  sample: "Sample site of a fictional company.",
  inbox: "See the e-mails it sends",
  other: "Español",
  skip: "Skip to content",
  nav: { home: "Home", resources: "Resources", pricing: "Pricing", contact: "Contact", careers: "Careers" },
  privacyLink: "Privacy",
  talk: "Let’s talk about your warehouse",
  banner: {
    title: "May we know what interests you?",
    text: "If you accept, we keep a random number in this browser and note which of our pages you read, so that we can offer you what is useful. If you refuse, nothing is stored or sent, and the site works just the same.",
    accept: "Accept",
    refuse: "Refuse",
    more: "What we keep",
  },
  home: {
    title: "Every order leaves right the first time",
    lead: "Anaquel runs your warehouse from goods-in to the loading dock: what to pick, which route to take and in which order. No paper, and no weekend stock counts.",
    points: [
      ["Fewer picking errors", "Every line is confirmed by scanner, by voice or by light."],
      ["Stock you can trust", "Counting goes on while you work: nothing has to close."],
      ["Live in eight weeks", "Connected to your ERP, with your team trained, at a fixed price."],
    ],
    seePrices: "See prices",
    how: "How a warehouse works with Anaquel",
    steps: [
      ["Goods in", "The lorry arrives, the scanner knows the purchase order, and every pallet knows where it goes."],
      ["Put away", "What leaves most often stays near the dock. The software recalculates this every night."],
      ["Pick", "One route for several orders, and a check at every slot."],
      ["Ship", "Label, delivery note and carrier in one step. The customer is notified at once."],
    ],
    reading: "Worth reading",
    allReading: "All resources",
  },
  pricing: {
    title: "Clear prices, per warehouse and not per person",
    lead: "Every plan includes updates, backups and phone support from Monday to Friday. The rollout is quoted separately, at a fixed price.",
    chosen: "Most popular",
    plans: [
      {
        name: "Essential",
        price: "€390 a month",
        for: "One warehouse, up to 10 people",
        has: ["Goods-in, put-away and picking by scanner", "Continuous counting", "Integration with one standard ERP"],
      },
      {
        name: "Professional",
        price: "€890 a month",
        for: "One warehouse, up to 50 people",
        has: [
          "Everything in Essential",
          "Picking by voice or by light",
          "Several routes at a time",
          "Productivity dashboard",
        ],
      },
      {
        name: "Group",
        price: "Tailored",
        for: "Several warehouses, or more than 50 people",
        has: ["Everything in Professional", "Stock shared between warehouses", "Your own account manager"],
      },
    ],
    ask: "Get a price for my warehouse",
    questionsTitle: "What people ask us",
    questions: [
      ["Is there a minimum term?", "Twelve months. After that, month by month."],
      [
        "What does the rollout cost?",
        "€6,000 to €18,000, depending on the integrations. The price is fixed before we start.",
      ],
      ["Are scanners included?", "No. Use your own, buy them, or rent them for €22 a month each."],
    ],
  },
  resources: {
    title: "Resources",
    lead: "What we have learned in more than a hundred warehouses, without the sales talk. Each takes a few minutes to read and can be downloaded.",
    phases: { awareness: "Getting started", consideration: "Comparing options", decision: "Making a decision" },
    read: "Read",
    webinar: {
      title: "Recorded webinar: stock counts without closing the warehouse",
      text: "Forty minutes with two warehouse managers who no longer count on Sundays, and their answers to questions from the audience.",
      watch: "Watch the recording",
      watching:
        "This is a sample site and there is no recording, but it counted as attendance if you accepted measurement.",
    },
  },
  article: {
    minutes: (minutes: number) => `${minutes}-minute read`,
    download: "Download to read later",
    nextTitle: "And in your warehouse?",
    next: "Twenty minutes by video call are enough to know whether we can help. If we cannot, we will tell you.",
    more: "Read on",
  },
  thanks: {
    title: "Thank you: we have your details",
    text: "We look at every request: if we can help, we will tell you by phone or by e-mail, in our working hours. The guide, if you asked for it, goes by e-mail to the address that you gave us; to one that nobody has confirmed we send very few e-mails.",
    meanwhile: "In the meantime, you may find this useful",
    tryTitle: "To try it out",
    tryText:
      "Carry on as the person who has just filled in the form: look at the prices, scroll to the middle of an article for a few seconds, or download it. With enough interest, the lead goes to the sales team within seconds.",
    measured: "You have accepted measurement: what you read now counts.",
    notMeasured: "You have not accepted measurement: what you read does not count.",
    tryInbox: "Open the inbox",
  },
  privacy: {
    title: "Privacy and measurement",
    lead: "What we keep about visitors, why, and how to change your mind.",
    parts: [
      [
        "Nothing without your consent",
        "We use no cookies. Before you accept, nothing is stored in your browser and nothing is sent about what you read. If your browser asks for privacy (Global Privacy Control), we take that as a no.",
      ],
      [
        "If you accept",
        "We keep a random number in this browser and note which of our pages you visit, which articles you read and what you download. If you fill in a form later, what you have read is added to your details, so that you do not have to tell us twice.",
      ],
      [
        "What we do not do",
        "We do not measure whether you open e-mails, we share nothing with advertising networks, and we do not keep your IP address.",
      ],
    ],
    now: "Right now:",
    states: {
      pending: "you have not chosen yet.",
      given: "you have accepted measurement.",
      refused: "nothing is measured.",
    },
    forget: "Delete everything",
  },
  careers: {
    title: "Work with us",
    lead: "We are 34 people in Madrid and Valencia. We look for people who have walked a warehouse floor, or would like to.",
    jobs: [
      ["Rollout consultant", "Madrid. You take warehouses from the spreadsheet to their first order."],
      ["Software developer", "Valencia or remote. TypeScript, and a lot of patience with label printers."],
    ],
    write: "Write to us with your CV at",
  },
};
