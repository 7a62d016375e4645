const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const MOST = 50;

/** A tag that AWS refuses, and why, as a clause. */
export interface WrongTag {
  /** Absent where there are too many in all. */
  readonly key?: string;
  readonly wrong: string;
}

/**
 * What AWS refuses of the tags of a resource. Which characters a service takes differs, and is not judged.
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices
 */
export function wrongTags(tags: Readonly<Record<string, string>>): readonly WrongTag[] {
  const entries = Object.entries(tags);
  const wrong = entries.flatMap(([key, value]): readonly WrongTag[] => {
    const found = wrongKey(key) ?? wrongValue(value);
    return found === undefined ? [] : [{ key, wrong: found }];
  });
  return entries.length <= MOST ? wrong : [...wrong, { wrong: `there are ${entries.length}, and ${MOST} are allowed` }];
}

function wrongKey(key: string): string | undefined {
  if (key === '') return 'its key is empty';
  if (/^aws:/i.test(key)) return 'keys that begin with aws: belong to AWS';
  const length = [...key].length;
  return length > LONGEST_KEY ? `its key has ${length} characters, and ${LONGEST_KEY} fit` : undefined;
}

function wrongValue(value: string): string | undefined {
  const length = [...value].length;
  return length > LONGEST_VALUE ? `its value has ${length} characters, and ${LONGEST_VALUE} fit` : undefined;
}
