// Sends each answer to your Google form on to Smarketing. In your form: More (⋮) > Apps Script; paste this,
// fill in the two lines below, choose `connect` and click Run. From then on each answer is sent when it is given.
const ADDRESS = "https://YOUR-API/sources/YOUR-SOURCE";
const SECRET = "THE SECRET OF THE SOURCE";

/** Run this once: it asks for permission. Running it again changes nothing. */
function connect() {
  const form = FormApp.getActiveForm();
  const isConnected = ScriptApp.getProjectTriggers().some((each) => each.getHandlerFunction() === "send");
  if (!isConnected) ScriptApp.newTrigger("send").forForm(form).onFormSubmit().create();
}

function send(event) {
  const response = event.response;
  const body = {
    formId: event.source.getId(),
    responseId: response.getId(),
    timestamp: response.getTimestamp().toISOString(),
    // Empty unless the form collects addresses by itself.
    respondentEmail: response.getRespondentEmail(),
    answers: response.getItemResponses().map((each) => ({
      id: String(each.getItem().getId()),
      title: each.getItem().getTitle(),
      type: String(each.getItem().getType()),
      value: each.getResponse(),
    })),
  };
  // Apps Script does not try again by itself. The same answer has the same id, so that it counts once.
  for (const seconds of [2, 10, 60, 0]) {
    const status = post(body);
    if (status >= 200 && status < 300) return;
    // Google mails the form's owner about a failed run; the answer stays in the form.
    if ((status >= 400 && status < 500 && status !== 429) || seconds === 0)
      throw new Error(`The answer was not taken: ${status}`);
    Utilities.sleep(seconds * 1000);
  }
}

/** The status of the response; 0 when there was none. */
function post(body) {
  try {
    return UrlFetchApp.fetch(ADDRESS, {
      method: "post",
      contentType: "application/json",
      headers: { authorization: `Bearer ${SECRET}` },
      payload: JSON.stringify(body),
      muteHttpExceptions: true,
    }).getResponseCode();
  } catch {
    return 0;
  }
}
