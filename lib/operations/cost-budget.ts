import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Construct } from "constructs";
import { environmentTag } from "../house/tags.ts";

export interface CostBudgetProps {
  /** A month's, in US dollars. */
  readonly dollars: number;
  readonly environment: string;
  /** Who is notified of it. */
  readonly email: string;
}

/** What an environment may cost in a month. It only notifies: nothing is stopped, since that would lose leads. */
export class CostBudget extends Construct {
  constructor(scope: Construct, id: string, { dollars, environment, email }: CostBudgetProps) {
    super(scope, id);
    const at = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
      notification: { notificationType, threshold, thresholdType: "PERCENTAGE", comparisonOperator: "GREATER_THAN" },
      subscribers: [{ subscriptionType: "EMAIL", address: email }],
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: dollars, unit: "USD" },
        costFilters: { TagKeyValue: [`user:${environmentTag}$${environment}`] },
      },
      notificationsWithSubscribers: [at("ACTUAL", 80), at("FORECASTED", 100)],
    });
  }
}
