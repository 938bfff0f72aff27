import type { Duration } from "./time.ts";

/*
 * Every limit on a size, and every time for which something is kept, in one place. What an agreement decides (how long
 * an answer link lives, how many leads a rep takes) is in the agreement; what tunes one algorithm or one query stays
 * there.
 */

/** How much of something there may be. */
export const limits = {
  /** Bytes of a form or of reported engagements, counted after API Gateway's base64 is decoded. */
  formBytes: 64 * 1024,
  /** Bytes of what a form tool sends. */
  arrivalBytes: 1024 * 1024,
  /** Bytes up to which that is in the table; more is in the bucket. */
  arrivalItemBytes: 200 * 1024,
  /** Leads and engagements in one request of a form tool. */
  arrivedAtOnce: 1000,
  /** Addresses in the text of one such request by which an erasure finds it, beside those of the leads that are read. */
  addressesPerArrival: 1000,
  /** Bytes of a signed request: a CRM sends a few fields. */
  signedRequestBytes: 64 * 1024,
  /** Seconds: how long a function takes it for known which version of the agreement is in force. */
  agreementLookSeconds: 30,
  /**
   * Seconds before it holds in which a version must be decided on: every function has looked by then, and writing the
   * decision may take some.
   */
  agreementNoticeSeconds: 45,
  /** Bytes of a request by the board. */
  boardRequestBytes: 20_000,
  /** Bytes of a request to the negotiation room: it holds a whole agreement as text. */
  roomRequestBytes: 256 * 1024,
  /** Bytes of a proposed agreement with all that is made of it, compressed: it is one item of the table. */
  agreementTermsBytes: 380_000,
  /** Characters of a proposal's title, and of why it is made. */
  proposalTitleCharacters: 120,
  proposalWhyCharacters: 2000,
  /** Bytes of a sign-in: user, password and the session of a first sign-in are a few hundred. */
  signInBytes: 8 * 1024,
  /** Fields in one form; a long form has a hundred. */
  formFields: 1000,
  /**
   * Levels of nested objects in a body: deeper ones are refused, since writing them as text would exhaust the function.
   */
  nestingLevels: 20,
  /** Characters of each known field of a form. */
  fieldCharacters: {
    email: 320,
    name: 200,
    firstName: 100,
    lastName: 100,
    secondLastName: 100,
    company: 200,
    jobTitle: 200,
    phone: 100,
    phoneCountry: 50,
    companySize: 60,
    industry: 150,
    country: 100,
    region: 100,
    message: 5000,
    language: 50,
    timeZone: 100,
    interest: 1000,
    consentPurpose: 64,
    consentTextVersion: 200,
    consentAt: 50,
    pageUrl: 2048,
    utmSource: 300,
    utmMedium: 300,
    utmCampaign: 300,
    utmTerm: 300,
    utmContent: 300,
    visitorId: 200,
  },
  /** Characters of a field of the agreement's own, and of one of which several options can be chosen. */
  ownFieldCharacters: 300,
  ownFieldListCharacters: 3000,
  /**
   * A form's other fields: they share an item of 400 KB with the rest of the submission, and may take a small part of
   * it.
   */
  otherFields: { fields: 100, nameCharacters: 100, valueCharacters: 2000, charactersTogether: 40_000 },
  /** Mails that may bounce for now (a full mailbox) before the address is sent no more, when none arrives in between. */
  bouncesInARow: 3,
  /** Characters of a normalised e-mail address (RFC 5321). */
  emailCharacters: 254,
  /** Characters of the address that a form's sender is redirected to. */
  redirectCharacters: 2048,
  /** Characters of the words by which a consent was given. */
  consentWords: 200,
  /** Consents in one submission. */
  consentsPerForm: 10,
  /** Mails that ask the owner of one mailbox to confirm a form, ever; and the days between two of them. */
  confirmationsPerAddress: 3,
  daysBetweenConfirmations: 7,
  /** Mails a day to one mailbox whose owner never said that the address is theirs, whatever is posted. */
  mailsPerStrangerAndDay: 3,
  /** Consents kept with a lead as proof, beside each confirmation and each withdrawal. */
  consentsPerLead: 50,
  /** Forms of a lead that wait for a confirmation, as its page and its next mail see them; all are kept whole. */
  unconfirmedForms: 5,
  /** Noes of forms kept with a lead, beside those that a confirmation has lifted since. */
  declinedPerLead: 20,
  /** Events in one request: all of them must fit into one transaction of 100 items. */
  eventsPerRequest: 20,
  /** Events a day that one reference, or one browser, adds to a lead: a person who reads all day makes a few dozen. */
  eventsPerSenderAndDay: 200,
  /** Forms kept aside within an hour that are a flood: no accident of a few people. */
  floodForms: 20,
  /** Characters of an event's kind, such as `page-viewed`. */
  eventKindCharacters: 64,
  /** Characters of what an event was about: a page or a piece of content. */
  eventSubjectCharacters: 500,
  /** Characters of the reference that a form's response carries. */
  referenceCharacters: 300,
  /**
   * Engagements kept of a browser before its form arrives: one transaction of 100 items gives all of them to the lead.
   */
  engagementsPerVisitor: 50,
  /**
   * Engagements kept of a form that nobody has confirmed: with those of its browser, one transaction of 100 items gives all
   * of them to the lead.
   */
  engagementsPerPendingForm: 30,
  /** Bytes of all that is kept of a person, as one response: a function's may have 6 MB. */
  personPageBytes: 4_500_000,
  /** Characters of a rep's note, counted as `maxlength` in a browser counts them. */
  noteCharacters: 2000,
  /** Characters of a reason in words: a snooze, more time, an override, a board action. */
  reasonCharacters: 500,
  /** Characters of what a meeting decided. */
  decisionCharacters: 500,
  /** Characters of the name of the person in marketing who overrides the gate. */
  overrideByCharacters: 100,
  /** The largest amount of a deal: above it, cents are no longer exact in a floating-point number. */
  dealAmount: 1e12,
  /** Days of one absence; a longer one is a last day, or a matter for the agreement. */
  absenceDays: 366,
  /** Absences of one rep beside those of the agreement. */
  absencesPerRep: 40,
  /** Codes that each get a user in once who does not have the second factor at hand. */
  recoveryCodes: 10,
  /** Mails an hour for a forgotten password, to one user; and how often one network may ask for any. */
  passwordMails: { user: 3, network: 10 },
  /** Bytes of a list that is imported; rows and columns of it, and characters of one cell. */
  importBytes: 25 * 1024 * 1024,
  importRows: 100_000,
  importColumns: 200,
  importCellCharacters: 10_000,
  /** Bytes of a workbook, unpacked, and the files in it: both are counted while it is unpacked. */
  importUnpackedBytes: 250 * 1024 * 1024,
  importWorkbookFiles: 500,
  /** Rows of a list that are stored, tried and taken in together. */
  importPortion: 250,
  /** Rows that are shown before a list is mapped, and values of a column. */
  importPreview: 20,
  importSamples: 3,
  /** Characters by which the proof of an import's consents is told. */
  importProof: 1000,
  /** Bytes of refused rows in one response. */
  importRefusedBytes: 4_500_000,
  /** Seconds that a step's function may take: whoever takes over from it may only do so later. */
  stepSeconds: 30,
  /** Weeks in one question about the SLA: a year, read in one query. */
  slaWeeks: 53,
} as const;

/**
 * How long something is kept, or remains valid. DynamoDB deletes up to two days late, so readers check the time as
 * well.
 */
export const lifetimes = {
  /** Whom a walk has found, and has not woken yet. */
  walkFound: "7 days",
  /** A submission that a machine seems to have sent: found by operations, then deleted. */
  keptAside: "30 days",
  /** What a browser did before its form, and a known browser since its last visit. */
  visitor: "90 days",
  /** What a form tool has sent, as it came. */
  arrival: "30 days",
  /** The form tool's own id of a lead: the same again, or what is read again, is the same lead. */
  toolsOwnId: "60 days",
  /** What came by a source on one day. */
  sourceDay: "400 days",
  /** Days before its end on which a secret of a source begins to ring. */
  secretEnds: "14 days",
  /** The same body again within this time gets the same response and does nothing. */
  repeatedBody: "10 minutes",
  /** The same `Idempotency-Key` again within this time gets the same response and does nothing. */
  idempotencyKey: "1 day",
  /**
   * The response to a signed request; longer than the signature is valid, since that window lies on both sides of its
   * timestamp.
   */
  signedResponse: "15 minutes",
  /** The key of a smoke test: longer than one takes; then the next one clears up what it left. */
  smokeKey: "15 minutes",
  /** A decrypted secret of another system's key, in a function's memory: a burst of requests costs one call of KMS. */
  decryptedSecret: "5 minutes",
  /** A signature: how far the sender's clock, with the time in transit, may differ from ours. */
  signature: "5 minutes",
  /** The same answer again within this time is a double click or a second delivery; later it is meant. */
  repeatedAnswer: "10 minutes",
  /**
   * The mark of an override: its message lives 14 days in a queue, and 14 more once it is sent back from the dead
   * letters.
   */
  overrideMark: "60 days",
  /** The mark of a counted fact; a repeat arrives within the 24 hours for which the stream keeps a record. */
  countedMark: "7 days",
  /** The mark of an absence that the sweep has dealt with: longer than any absence lasts. */
  absenceMark: "400 days",
  /** What a restore must not forget: longer than the 35 days that point-in-time recovery reaches back. */
  keptOutside: "40 days",
  /** The second factor's code may be entered: as long as Cognito's own session lives (`lib/board/board-users.ts`). */
  codeSession: "10 minutes",
  /** Setting up a second factor: a person may have to find an authenticator first. */
  enrolment: "30 minutes",
  /** The link that is mailed for a forgotten password. */
  passwordLink: "30 minutes",
  /** Sign-ins that have failed, since the last one. */
  failedSignIns: "1 day",
  /** How many events a sender has reported in a day. */
  senderCount: "1 day",
  /** How many forms a sender has posted in a day; the day itself, and the other end of it. */
  formCount: "2 days",
  /** What a day's flood of forms was like. */
  flood: "30 days",
  /** The request by which a list is uploaded. */
  importUpload: "10 minutes",
  /** A list that was uploaded and never started. */
  importUnstarted: "7 days",
  /** What is left of a list's rows once it was taken in, and for which what it added can be undone. */
  importUndo: "30 days",
  /** Whatever is in the bucket of an import, should nobody have removed it: longer than one is paused, run and undone. */
  importFiles: "60 days",
  /** What is known of an import, without any row. */
  import: "400 days",
  /** What a proposal, tried on the past, would have done. */
  trial: "90 days",
  /** Who opened, searched or changed what on the board. */
  trail: "400 days",
  /** An orphan that the audit found, for people to look at. */
  orphan: "30 days",
  /** A rep's count of leads in one week; only last week's is ever looked up. */
  repWeek: "60 days",
  /** An absence that has ended, in a rep's settings: no running clock goes back further. */
  endedAbsence: "92 days",
  /** The reference that a form's response carries, and the age up to which an engagement can be reported. */
  reference: "400 days",
  /** A link to content in a nurture mail: as long as the engagement that it leads to can be reported. */
  contentLink: "400 days",
  /** The link that confirms a consent; after that no content is sent, and a new form asks again. */
  confirmLink: "30 days",
  /** The link to all that is kept of a person; it opens once. */
  exportLink: "7 days",
  /** The link to a rep's settings; each mail that carries it starts this time again. */
  teamLink: "90 days",
  /** An erasure looks again after this time: no function runs longer, so no write from before it can still arrive. */
  erasureSettles: "15 minutes",
  /** A session of the board: the refresh token, and the cookie that carries it. */
  session: "12 hours",
  /** How old a sign-in may be with which an agreement is signed. */
  signInToSign: "5 minutes",
  /** The access token of the board: how long a changed role or a sign-out may take to show. */
  accessToken: "5 minutes",
  /** The password of a new user of the board, until the first sign-in. */
  firstPassword: "3 days",
  /** A message that waits in a queue, and a dead letter. */
  queuedMessage: "14 days",
} as const satisfies Record<string, Duration>;
