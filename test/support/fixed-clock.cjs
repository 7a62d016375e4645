// Loaded before the command line: the day of the report is this one.
const RealDate = Date;
const fixed = RealDate.parse(process.env.FIXED_DAY);
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(fixed);
    else super(...args);
  }
  static now() {
    return fixed;
  }
};
