/** What a job title says, apart from the agreement: functions that read titles need not load all of its schemas. */
import * as z from "zod/mini";
import { droppable } from "./start-light.ts";

/** The areas of a company that a job title can name. */
export const JobRoleSchema = /* @__PURE__ */ droppable(() =>
  z.enum([
    "general-management",
    "operations",
    "logistics",
    "purchasing",
    "production",
    "quality",
    "finance",
    "technology",
    "human-resources",
    "marketing",
    "sales",
  ]),
);
export type JobRole = z.infer<typeof JobRoleSchema>;

/** How much a job title decides, from least to most. */
export const seniorities = ["student", "specialist", "manager", "director", "executive"] as const;
export const JobSenioritySchema = /* @__PURE__ */ droppable(() => z.enum(seniorities));
export type JobSeniority = z.infer<typeof JobSenioritySchema>;
