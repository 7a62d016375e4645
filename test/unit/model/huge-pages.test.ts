import { wrongHugePages } from '../../../src/model/huge-pages';

it('huge pages are asked for as a whole', () => {
  expect(wrongHugePages('hugepages-2Mi', '5120Mi')).toBeUndefined();
  expect(wrongHugePages('hugepages-2Mi', '0')).toBeUndefined();
  expect(wrongHugePages('hugepages-1Gi', '512Mi')).toBe('it is not a whole number of pages of 1Gi');
  expect(wrongHugePages('memory', '3')).toBeUndefined();
});
