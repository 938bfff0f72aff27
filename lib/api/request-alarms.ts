import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { HouseAlarm } from "../house/alarm.ts";
import { shareOf } from "../house/metric-math.ts";

const period = Duration.minutes(5);

/**
 * Of requests answered badly a share is for the night, and a few of them for the morning: whoever gets one 503 tries
 * again, and the board alone asks thousands of times an hour.
 */
export const requestAlarms = (api: HttpApi): void => {
  new HouseAlarm(api, "ServerErrors", {
    metric: shareOf({
      faults: api.metricServerError({ period, statistic: "Sum" }),
      of: api.metricCount({ period }),
      leastFaults: 3,
      period,
      label: "% of requests answered with 5xx",
    }),
    threshold: 5,
    periods: { breaching: 2, of: 3 },
    severity: "page",
    loss: "Forms get no answer: leads are being lost at the door.",
    runbook: "api-errors",
  });
  new HouseAlarm(api, "SomeServerErrors", {
    metric: api.metricServerError({ period: Duration.hours(1), statistic: "Sum" }),
    threshold: 5,
    severity: "ticket",
    loss: "Some requests were refused by a fault of ours; a sender that does not try again is lost.",
    runbook: "api-errors",
  });
  new HouseAlarm(api, "ClientErrors", {
    metric: api.metricClientError({ period, statistic: "Sum" }),
    threshold: 1000,
    periods: { breaching: 3, of: 3 },
    severity: "ticket",
    loss: "Very many requests are refused: somebody floods the API, or a site sends what it does not take.",
    runbook: "requests-refused",
  });
};
