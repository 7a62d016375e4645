import { movesOf } from '../../../src/model/moved';

describe('paths that moved', () => {
  it('are those whose object another app of the same environment renders now', () =>
    expect(
      movesOf(
        ['prod/shop/shop/service_web.yaml', 'prod/shop/shop/service_old.yaml', 'dev/shop/shop/service_web.yaml'],
        ['prod/store/shop/service_web.yaml', 'prod/shop/shop/service_new.yaml', 'prod/store/_cluster/service_old.yaml'],
      ),
    ).toEqual([{ from: 'prod/shop/shop/service_web.yaml', to: 'prod/store/shop/service_web.yaml' }]));

  it('are none where nothing was removed', () => expect(movesOf([], ['prod/a/b/service_web.yaml'])).toEqual([]));
});
