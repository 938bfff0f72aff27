/** Where roles, code and what was seen differ, and why that is right. One that is no longer so fails the test. */
export interface Exception {
  /** Entries of functions. */
  readonly of: readonly string[];
  /** Actions, and kinds of partition (as lambdas/contract/table.ts names or writes them) or indexes. */
  readonly what: readonly string[];
  readonly because: string;
}

const mailing = [
  "nurture/send-step",
  "hand-off/hand-off",
  "follow-up/remind",
  "escalation/escalate",
  "outcome/ask",
] as const;

/** They work by the agreement in force. */
const byAgreement = [
  "board/get-board",
  "board/imports",
  "board/new-password",
  "board/post-board",
  "board/sources",
  "bus-intake/intake-event",
  "capture/post-engagement",
  "capture/post-lead",
  "escalation/escalate",
  "escalation/reassign",
  "follow-up/answer-page",
  "follow-up/judge-sla",
  "follow-up/post-answer",
  "follow-up/remind",
  "gate/decide",
  "hand-off/assign",
  "hand-off/hand-off",
  "hand-off/serve-waiting",
  "import/work",
  "meeting/make-meeting",
  "metrics/count",
  "metrics/get-sla",
  "nurture/confirm",
  "nurture/send-step",
  "nurture/unsubscribe",
  "nurture/visit",
  "outcome/ask",
  "outcome/notify-teams",
  "outcome/outcome-page",
  "outcome/post-outcome",
  "outcome/recycle",
  "person/export-page",
  "publish/publish",
  "score/score-familiarity",
  "score/score-fit",
  "source/post-source",
  "source/read-arrival",
  "team/post-team",
  "team/settings",
  "wake/sweep",
] as const;

/** What the code has, and the role does not allow. */
export const neverReached: readonly Exception[] = [
  {
    of: ["source/post-source"],
    what: ["dynamodb:Query"],
    because: "it is for the secrets of sources",
  },
  {
    of: ["board/session"],
    what: ["dynamodb:PutItem", "dynamodb:Query"],
    because: "both are for the signing keys, of which one hashes the caller's network",
  },
  {
    of: ["board/new-password"],
    what: ["dynamodb:Query"],
    because: "it is for the signing keys",
  },
  {
    of: ["publish/publish"],
    what: ["erased"],
    because: "it knows such an item by its key when the stream brings one, and passes it over",
  },
  {
    of: ["metrics/count"],
    what: ["lead", "erased"],
    because: "it knows whose the facts are that the stream brings",
  },
  {
    of: ["metrics/get-sla"],
    what: ["idempotency"],
    because: "the frame of signed requests keeps the response to a request that writes only",
  },
  {
    of: ["meeting/make-meeting"],
    what: ["dynamodb:ConditionCheckItem"],
    because: "the claim of a mail checks the lead unless the mail reports something past, as its mails do",
  },
  {
    of: ["capture/post-lead", "capture/post-engagement", "nurture/visit"],
    what: ["dynamodb:DeleteItem", "waiting", "rep"],
    because: "moveWrites: they move a lead only out of a stage that it ended in, where it has no owner and no place",
  },
  {
    of: ["source/read-arrival"],
    what: ["dynamodb:DeleteItem", "dynamodb:Query", "waiting", "rep"],
    because: "moveWrites, as of the others that take in forms; Query is for the secrets of sources",
  },
  {
    of: ["board/imports"],
    what: ["s3:DeleteObject"],
    because: "it shares the bucket's adapter with the function that removes what is done with",
  },
  {
    of: ["nurture/confirm"],
    what: ["dynamodb:DeleteItem", "waiting"],
    because: "moveWrites: it moves a lead only out of a stage that it ended in, where it has no place in the queue",
  },
  {
    of: ["nurture/park"],
    what: ["dynamodb:DeleteItem", "dynamodb:UpdateItem", "waiting", "rep"],
    because: "moveWrites: a lead that is parked was nurtured, so it had no owner and no place in the queue",
  },
  {
    of: ["nurture/send-step"],
    what: ["dynamodb:DeleteItem", "waiting", "rep"],
    because: "moveWrites: the lead that it parks was nurtured, too",
  },
  {
    of: [
      "bus-intake/intake-event",
      "follow-up/answer-page",
      "follow-up/post-answer",
      "outcome/outcome-page",
      "outcome/post-outcome",
    ],
    what: ["dynamodb:DeleteItem", "waiting"],
    because: "moveWrites: a lead with an answer or an outcome has an owner, so it is not in the queue",
  },
  {
    of: ["outcome/recycle", "escalation/reassign"],
    what: ["dynamodb:DeleteItem", "waiting"],
    because: "moveWrites: the lead has an owner, so it is not in the queue",
  },
  {
    of: [
      "capture/post-lead",
      "capture/post-engagement",
      "nurture/confirm",
      "nurture/visit",
      "nurture/unsubscribe",
      "follow-up/remind",
      "escalation/escalate",
      "outcome/ask",
    ],
    what: ["dynamodb:Query"],
    because: "they list the signing keys only, which is allowed apart",
  },
  {
    of: ["gate/decide"],
    what: ["rep"],
    because: "moveWrites: a lead before the gate has no owner",
  },
];

/** What the role allows and the code has, and no test has seen a deployed function do. */
export const notSeen: readonly Exception[] = [
  {
    of: byAgreement.filter((entry) => entry !== "board/get-board"),
    what: ["AGREEMENT-TERMS#*"],
    because:
      "it reads the terms of a version that is not the deployment's, and no end-to-end test brings one into force",
  },
  {
    of: ["hand-off/assign", "person/export-page", "team/post-team", "team/settings"],
    what: ["AGREEMENT-IN-FORCE"],
    because: "no end-to-end test gets to it",
  },
  {
    of: ["hand-off/assign", "person/export-page", "team/post-team", "outcome/notify-teams"],
    what: ["dynamodb:GetItem"],
    because: "it is for the terms of another version than the deployment's",
  },
  {
    of: ["in-force/work"],
    what: [
      "AGREEMENT",
      "AGREEMENT-IN-FORCE",
      "AGREEMENT-TERMS#*",
      "BOARD#*",
      "COUNTER#*",
      "COUNTERS",
      "LEAD#*",
      "PROPOSALS",
      "dynamodb:BatchGetItem",
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "index/attention",
      "index/board",
      "index/byStage",
      "sqs:SendMessage",
    ],
    because: "no end-to-end test signs an agreement or tries a proposal on the past",
  },
  {
    of: ["board/post-board"],
    what: ["AGREEMENT", "dynamodb:Query"],
    because: "no meeting of the end-to-end tests closes a change of the agreement",
  },
  {
    of: ["meeting/make-meeting"],
    what: ["PROPOSALS"],
    because: "no second version of the agreement is in force when the end-to-end tests make a pack",
  },
  {
    of: ["in-force/adopt-at-deploy"],
    what: ["PROPOSALS", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    because: "the end-to-end tests deploy once, so their file is the first one",
  },
  {
    of: [
      ...mailing,
      "capture/post-engagement",
      "nurture/confirm",
      "nurture/visit",
      "nurture/unsubscribe",
      "follow-up/answer-page",
      "outcome/outcome-page",
      "outcome/notify-teams",
      "team/settings",
    ],
    what: ["dynamodb:PutItem"],
    because: "the first key of a new table is made by whoever signs first; the other puts are seen",
  },
  {
    of: [...mailing, "outcome/notify-teams", "board/new-password"],
    what: ["ses:SendRawEmail"],
    because: "whether SES asks for it of mail with attachments or headers is not documented",
  },
  {
    of: ["nurture/confirm"],
    what: ["SUPPRESSED#*"],
    because: "the end-to-end tests have nobody who agrees again after an unsubscribe, and confirms it",
  },
  {
    of: ["board/room"],
    what: [
      "AGREEMENT",
      "AGREEMENT-IN-FORCE",
      "AGREEMENT-TERMS#*",
      "IDEMPOTENCY#*",
      "MEETING",
      "PROPOSALS",
      "SECOND-FACTOR#*",
      "TRAIL#*",
      "dynamodb:ConditionCheckItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
    ],
    because: "nobody negotiates in the tests whose calls are recorded: test/board and test/adapters do",
  },
  {
    of: ["outcome/notify-teams"],
    what: ["PROPOSALS", "dynamodb:Query"],
    because: "the same: test/mail tells of proposals",
  },
  { of: ["wake/sweep"], what: ["PROPOSALS"], because: "the same: it goes on with a trial that stands still" },
  { of: ["outcome/notify-teams"], what: ["SWEEP"], because: "the end-to-end tests send no flood of forms" },
  { of: ["meeting/make-meeting"], what: ["ses:SendEmail"], because: "SES may ask for it of raw mail, too" },
  {
    of: ["meeting/make-meeting"],
    what: ["REFERENCE#*"],
    because: "its mails have no links that a reference opens, but claimMessage would store them",
  },
  {
    of: ["outcome/notify-teams"],
    what: ["sqs:SendMessage"],
    because: "only a broken event goes to the dead letters",
  },
  {
    of: ["outcome/notify-teams"],
    what: ["SUPPRESSED#*"],
    because: "a lead's address that the mail service refuses is refused in test/mail only",
  },
  {
    of: ["restore/keep-outside"],
    what: ["sqs:SendMessage"],
    because: "only a broken event goes to the dead letters",
  },
  {
    of: ["nurture/intake-mail-feedback"],
    what: ["sqs:SendMessage"],
    because: "only a notice of SES that cannot be read goes to the dead letters",
  },
  {
    of: ["gate/decide"],
    what: ["WAITING", "dynamodb:DeleteItem"],
    because: "a lead that cools while it waits for a rep leaves the queue; nobody waits there",
  },
  {
    of: ["hand-off/assign"],
    what: ["dynamodb:DeleteItem"],
    because: "a step that only older executions call: there, too, a lead that has waited leaves the queue",
  },
  {
    of: ["follow-up/post-answer", "outcome/post-outcome", "metrics/get-sla", "team/post-team"],
    what: ["dynamodb:PutItem"],
    because: "the release before put the use of a key, and its functions run for a minute beside the new roles",
  },
  {
    of: ["follow-up/judge-sla"],
    what: ["dynamodb:PutItem"],
    because: "the deadline has moved since the timer was set: it takes an answer in that second",
  },
  {
    of: ["follow-up/answer-page", "follow-up/post-answer"],
    what: ["dynamodb:ConditionCheckItem"],
    because: "passing a lead on checks the colleague's settings (test/adapters)",
  },
  {
    of: ["score/score-familiarity"],
    what: ["dynamodb:Query"],
    because: "reads all engagements only when the agreement's points have changed",
  },
  {
    of: ["bus-intake/intake-event"],
    what: ["REP#*", "SUSPECT#*", "VISITOR#*", "dynamodb:Query"],
    because: "answers, outcomes, changes of reps and unmatched forms come by the API in the end-to-end tests",
  },
  {
    of: ["metrics/get-sla", "team/post-team"],
    what: ["SMOKE-KEY"],
    because:
      "a smoke test asks for no figures and changes no rep, but its key opens every signed route for its own lead",
  },
  {
    of: ["team/settings"],
    what: ["REFERENCE#*", "REP#*", "SIGNING-KEY", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem"],
    because: "the page is tested with its handler (test/adapters/team-settings.test.ts)",
  },
  {
    of: ["board/imports"],
    what: ["s3:PutObject"],
    because: "it signs the request by which the browser puts the list, and puts none itself",
  },
  {
    of: ["import/work"],
    what: [
      "ARRIVAL#*",
      "COMPANY#*",
      "IMPORT",
      "MEETING",
      "ORPHAN",
      "REP#*",
      "SUSPECT#*",
      "VISITOR#*",
      "WAITING",
      "sqs:SendMessage",
    ],
    because: "what is undone is erased, as whatever an erasure reaches; the leads of the tests have left little of it",
  },
  {
    of: ["person/export-page"],
    what: ["ARRIVAL#*"],
    because: "what form tools have sent is kept for 30 days: the people of the end-to-end tests came another way",
  },
  {
    of: ["board/post-board"],
    what: ["ARRIVAL#*", "VISITOR#*", "WAITING"],
    because: "an erasure reaches whatever the lead has left",
  },
  {
    of: ["wake/sweep"],
    what: [
      "ARRIVAL#*",
      "COMPANY#*",
      "DEMO",
      "EMAIL#*",
      "ERASED#*",
      "IDEMPOTENCY#*",
      "IMPORT",
      "MEETING",
      "ORPHAN",
      "REFERENCE#*",
      "SUSPECT#*",
      "VISITOR#*",
      "dynamodb:DeleteItem",
      "index/board",
      "index/byOwner",
    ],
    because: "finishes what an erasure left, notes orphans, and looks for absences and flags: rare by design",
  },
];

/** Functions that only the definition of an older release calls, of which executions may be open. */
export const retired: readonly string[] = ["hand-off/assign", "nurture/park"];

/** What the role still allows because code of the release before, which ran beside it for a minute, did it. */
export const ofEarlierCode: readonly Exception[] = [
  {
    of: ["score/score-fit", "score/score-familiarity"],
    what: ["dynamodb:PutItem"],
    because: "scores were put whole",
  },
];

/** What no call names: what the CDK allows besides, where it makes the mapping or the destination itself. */
export const byCdk: readonly Exception[] = [
  {
    of: ["source/read-arrival", "import/work", "board/imports"],
    what: ["s3:ListBucket"],
    because: "without it S3 says of an object that is gone that it is forbidden",
  },
  {
    of: [
      "wake/wake",
      "restore/keep-outside",
      "hand-off/serve-waiting",
      "bus-intake/intake-event",
      "nurture/intake-mail-feedback",
      "outcome/notify-teams",
      "source/read-arrival",
      "import/work",
      "in-force/work",
    ],
    what: ["sqs:ChangeMessageVisibility", "sqs:GetQueueUrl"],
    because: "SqsEventSource",
  },
  {
    of: ["publish/publish", "metrics/count", "meeting/make-meeting", "wake/sweep"],
    what: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"],
    because: "the destination of failures (SqsDlq, SqsDestination)",
  },
];
