import {
  AccountSuspendedException,
  BadRequestException,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  NotFoundException,
  SESv2ServiceException,
  SendingPausedException,
  TooManyRequestsException,
} from "@aws-sdk/client-sesv2";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../lambdas/adapters/ses-mailer.ts";

const said = (message: string) => ({ message, $metadata: { httpStatusCode: 400 } });
const other = (name: string, message = "no", httpStatusCode = 403, $fault: "client" | "server" = "client") =>
  new SESv2ServiceException({ name, message, $fault, $metadata: { httpStatusCode } });
const socket = (code: string) => Object.assign(new Error("connect"), { code });

describe("what the mail service's refusal means", () => {
  it.each([
    ["for-now", new TooManyRequestsException(said("Too many requests"))],
    ["for-now", new LimitExceededException(said("limit"))],
    ["for-now", other("ThrottlingException", "Maximum sending rate exceeded.", 400)],
    ["for-now", other("Throttling", "Daily message quota exceeded.", 400)],
    ["for-now", socket("ECONNREFUSED")],
    ["for-now", socket("ENOTFOUND")],
    ["our-account", other("AccessDeniedException")],
    ["our-account", other("UnrecognizedClientException")],
    ["our-account", new AccountSuspendedException(said("suspended"))],
    ["our-account", new SendingPausedException(said("paused"))],
    ["our-account", new MailFromDomainNotVerifiedException(said("not verified"))],
    ["our-account", new NotFoundException(said("Configuration set <Mails> does not exist."))],
    [
      "our-account",
      new MessageRejected(
        said("Email address is not verified. The following identities failed the check: a@b.example"),
      ),
    ],
    ["recipient", new BadRequestException(said("Local address contains control or whitespace"))],
    ["recipient", new BadRequestException(said("Missing final '@domain'"))],
    ["content", new MessageRejected(said("The message contains a virus"))],
    ["content", new BadRequestException(said("Subject is too long"))],
    ["our-account", other("SomethingNew", "?", 400)],
  ] as const)("%s: %s", (refusal, error) => {
    expect(refusalOf(error)).toBe(refusal);
  });

  it.each([
    other("InternalServiceException", "?", 500, "server"),
    other("ServiceUnavailable", "?", 503, "server"),
    socket("ECONNRESET"),
    socket("EPIPE"),
    Object.assign(new Error("timed out"), { name: "TimeoutError" }),
    "no error",
  ])("says nothing about whether it went: %s", (error) => {
    expect(refusalOf(error)).toBeUndefined();
  });
});
