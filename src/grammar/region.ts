/** How names of AWS regions are spelled, such as eu-west-1 and us-gov-east-1. */
export const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
