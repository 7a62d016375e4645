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

  it('says nothing of other errors', () => {
    expect(thrownProblem('something else')).toBeUndefined();
  });
});
