import { expect } from 'chai';
import { assetJsonLd } from '../../../src/register/open-data/asset-json-ld-text.ts';
import { aHiddenBuilding, aPublicAsset } from './a-public-asset.ts';

const BASE = 'https://meantime.example.org';

describe('The schema.org data of an asset', () => {
  it('say what and where it is', () => {
    const data = assetJsonLd(aPublicAsset({ landAreaM2: 400 }), BASE);
    expect(data).to.deep.include({
      '@type': 'Place',
      name: 'Old yard',
      url: `${BASE}/assets/01900000-0000-7000-8000-000000000001`,
      geo: { '@type': 'GeoCoordinates', longitude: -2.35, latitude: 53.4 },
      address: {
        '@type': 'PostalAddress',
        streetAddress: '10-15 Mill Lane',
        addressLocality: 'Testborough',
        postalCode: 'ZZ1 1AA',
      },
    });
    expect(data['additionalProperty']).to.deep.include({
      '@type': 'PropertyValue',
      name: 'Land area',
      value: 400,
      unitCode: 'MTK',
    });
    expect(data['containedInPlace']).to.deep.equal([
      { '@type': 'Place', name: 'Millfield' },
      { '@type': 'Place', name: 'Testborough' },
    ]);
  });

  it('give no coordinates of a hidden building, and its postcode district only', () => {
    const data = assetJsonLd(aHiddenBuilding(), BASE);
    expect(data).not.to.have.property('geo');
    expect(data['address']).to.deep.equal({ '@type': 'PostalAddress', postalCode: 'ZZ1' });
  });

  it('leave out what nobody has told us', () => {
    const data = assetJsonLd(
      aPublicAsset({
        address: { number: null, street: null, town: null, postcode: null },
        point: null,
        precision: 'none',
        ward: null,
      }),
      BASE,
    );
    for (const name of ['geo', 'address', 'description', 'image']) expect(data).not.to.have.property(name);
    expect(JSON.stringify(data)).not.to.include('null');
  });
});
