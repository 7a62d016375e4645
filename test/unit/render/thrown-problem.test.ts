import { thrownProblem } from '../../../src/render/thrown-problem';

describe('thrownProblem', () => {
  it('says of a file that holds one object twice what the file is', () => {
    expect(thrownProblem("There is already a Construct with name 'x-configmap' in Include [shop/inc]")).toEqual({
      message:
        'the file of Include shop/inc holds two objects of one kind and name ("x-configmap"), and each name is there once.',
      fix: 'remove one of them from the file, or give it another name.',
    });
  });

  it('says of two constructs of one id where the id stands', () => {
    expect(thrownProblem("There is already a Construct with name 'a' in Chart [shop]")).toEqual({
      message: 'a construct with the id "a" is already in shop, and ids are unique there.',
      fix: 'give one of the two another id: it is the second argument, behind the scope.',
    });
  });

  it.each([
    "Cannot read properties of null (reading 'name')",
    'Cannot convert undefined or null to object',
    "Cannot destructure property 'node' of 'construct' as it is null.",
    "Cannot use 'in' operator to search for 'kind' in null",
    'web.mayReed is not a function',
    'null is not iterable',
  ])('says where to look for a value that is not what it should be: %s', (message) => {
    expect(thrownProblem(message)).toEqual({
      message: `a value is null, undefined or of another type than what is done with it: ${message.replace(/\.$/, '')}.`,
      fix: 'correct what is given at this line; where a cast or `any` hides it, take that away and `npx tsc --noEmit` names the value.',
    });
  });

  it('says that an empty id is one', () => {
    expect(thrownProblem('Only root constructs may have an empty ID')).toEqual({
      message: 'a construct has an empty id, and only an App has none.',
      fix: 'give it an id: it is the second argument, behind the scope.',
    });
  });

  it('says nothing of other errors', () => {
    expect(thrownProblem('something else')).toBeUndefined();
  });
});
