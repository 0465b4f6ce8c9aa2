"""Names of countries, states and cities that the tables may not hold; they stay without an id."""

from __future__ import annotations

from usjp_reader.domain.entities import EntityType

_STATES = """
Alabama|Arizona|Arkansas|Colorado|Connecticut|Delaware|Florida|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|
Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Jersey|
New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Puerto Rico|Rhode Island|South Carolina|
South Dakota|Tennessee|Utah|Vermont|West Virginia|Wisconsin|Wyoming|Virginia|Georgia|Alaska|Texas|California
"""
_COUNTRIES = """
Albania|Algeria|Angola|Argentina|Armenia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Bhutan|Bolivia|Bosnia|
Botswana|Bulgaria|Burundi|Cambodia|Cameroon|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czechoslovakia|
Czech Republic|Denmark|Djibouti|East Germany|Ecuador|Egypt|El Salvador|England|Estonia|Ethiopia|Fiji|Finland|Gabon|
Ghana|Greece|Greenland|Grenada|Guatemala|Guinea|Haiti|Honduras|Hungary|Iceland|Ireland|Ivory Coast|Jamaica|Jordan|
Kazakhstan|Kenya|Kiribati|Kosovo|Kyrgyzstan|Laos|Latvia|Lebanon|Liberia|Libya|Lithuania|Luxembourg|Macau|Macao|
Madagascar|Maldives|Mali|Malta|Mauritius|Micronesia|Monaco|Morocco|Mozambique|Namibia|Nauru|Nepal|Nicaragua|Niger|
Nigeria|Norway|Oman|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Poland|Prussia|Qatar|Romania|Rwanda|Samoa|
Scotland|Senegal|Serbia|Sierra Leone|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|Spain|Sri Lanka|Sudan|
Sweden|Switzerland|Syria|Tajikistan|Tanzania|Tibet|Timor-Leste|East Timor|Tonga|Tunisia|Turkey|Turkmenistan|Tuvalu|
Uganda|United Arab Emirates|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|Wales|Xinjiang|Yemen|Yugoslavia|
Zambia|Zimbabwe|Austria-Hungary|Ottoman Empire|Inner Mongolia|Siberia|Serbia|Montenegro|Crimea|Gaza|West Bank|
Trinidad|Tobago|Northern Mariana Islands|American Samoa|Tinian|New Caledonia
"""
_CITIES = """
Abu Dhabi|Amsterdam|Anchorage|Ankara|Annapolis|Athens|Atlanta|Auckland|Baltimore|Bandung|Bangalore|Barcelona|
Batavia|Beirut|Belgrade|Bogota|Bombay|Brisbane|Bucharest|Budapest|Buenos Aires|Cairo|Calcutta|Canton|Cape Town|
Caracas|Charleston|Chengdu|Chongqing|Chungking|Cincinnati|Colombo|Copenhagen|Dallas|Damascus|Danang|Delhi|Denver|
Detroit|Dhaka|Dili|Doha|Dubai|Dublin|Edinburgh|Frankfurt|Fremont|Gwangju|Guangzhou|Haiphong|Hamburg|Hangzhou|Harbin|
Havana|Helsinki|Hilo|Ho Chi Minh City|Incheon|Indianapolis|Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kaohsiung|
Karachi|Khabarovsk|Kuala Lumpur|Lagos|Las Vegas|Lima|Lisbon|Macau|Madrid|Malacca|Manama|Melbourne|Mexico City|Miami|
Milan|Milwaukee|Minneapolis|Minsk|Montreal|Mumbai|Munich|Nairobi|New Orleans|New Haven|Nice|Norfolk|Oakland|Oslo|
Palm Beach|Palo Alto|Pasadena|Perth|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Port Moresby|Prague|Providence|
Qingdao|Tsingtao|Quito|Rangoon|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rotterdam|Sacramento|Saigon|Salt Lake City|
San Antonio|San Diego|San Jose|Santa Monica|Santiago|Sao Paulo|São Paulo|Shenzhen|Sofia|Spokane|St. Louis|
St. Petersburg|Stockholm|Surabaya|Suva|Sydney|Taichung|Tashkent|Tbilisi|Tel Aviv|Tianjin|Tientsin|Toronto|Tucson|Ulan Bator|Ulaanbaatar|
Vancouver|Venice|Vienna|Vientiane|Vilnius|Warsaw|Wuhan|Hankow|Yangon|Yalta|Yan'an|Yenan|Zurich|Hyannis|Hibbing|
Cambridge|Oxford|Liverpool|Manchester|Glasgow|Marseilles|Nantucket|New Bedford|Fairhaven|Annapolis|Camp David
"""
_JAPAN = """
Akita|Asahikawa|Atsugi|Beppu|Chiba|Ehime|Fuchu|Fujisawa|Fukui|Fussa|Gifu|Hamamatsu|Himeji|Hirosaki|Hyogo|Ibaraki|
Itoman|Izumo|Kadena|Kagawa|Kamakura|Kanazawa|Karuizawa|Kawasaki|Kesennuma|Kitakyushu|Kochi|Kofu|Kumamoto|Kurashiki|
Kushiro|Maebashi|Maizuru|Matsue|Matsumoto|Matsuyama|Mie|Mito|Miyazaki|Morioka|Muroran|Nagano|Nara|Nemuro|Nikko|Oita|
Okayama|Otaru|Otsu|Saga|Saitama|Sakai|Shiga|Shimane|Shizuoka|Takamatsu|Takasaki|Tochigi|Tokushima|Tottori|Toyama|
Toyota City|Tsu|Tsukuba|Tsushima|Ube|Utsunomiya|Wakayama|Yamagata|Yamanashi|Yomitan|Yonago|Zushi|Chatan|
Ginza|Shibuya|Shinjuku|Akasaka|Roppongi|Minamata|Mihara|Rikuzentakata|Ishinomaki|Miyako|Kamaishi|Narashino
"""
_NATIONALITIES = """
African|Africans|Algerian|Arab|Arabs|Argentine|Argentinian|Armenian|Asians|Austrian|Austrians|Bangladeshi|Belgian|
Belgians|Brazilian|Bulgarian|Burmese|Cambodian|Cambodians|Chilean|Cuban|Cubans|Czech|Czechs|Danish|Danes|Egyptian|
Egyptians|Ethiopian|Finnish|Finns|Georgian|Greek|Greeks|Hindu|Hungarian|Hungarians|Icelandic|Indonesian|Indonesians|
Irish|Jew|Jews|Jordanian|Kenyan|Kuwaiti|Kurdish|Kurds|Laotian|Latino|Latinos|Hispanic|Hispanics|Lebanese|Libyan|
Malay|Malaysian|Malaysians|Maori|Mongolian|Mongolians|Mongol|Mongols|Moroccan|Nepalese|New Zealander|New Zealanders|
Nigerian|Norwegian|Norwegians|Ottoman|Pakistani|Pakistanis|Palestinian|Palestinians|Peruvian|Peruvians|Polish|Poles|
Prussian|Puerto Rican|Romanian|Saudi|Saudis|Scottish|Serbian|Serb|Serbs|Singaporean|Singaporeans|Slovak|Somali|
South African|Spaniard|Sri Lankan|Sudanese|Swedish|Swedes|Swiss|Syrian|Syrians|Texan|Texans|Thai|Thais|Tibetan|
Tibetans|Turkish|Turks|Uighur|Uighurs|Uyghur|Uyghurs|Venezuelan|Welsh|Yugoslav|Sikh|Sikhs|Mormon|Mormons|
Presbyterian|Methodist|Episcopal|Jesuit|Jesuits|Jewish|Hawaiians|Native American|Native Americans|Southerner|
Marxist|Marxists|Maoist|Trotskyist|Stalinist|Anglo-Saxon|Caucasian|European|Europeans|Latin American|Southeast Asian
"""
_JAPANESE_PLACES = """
イングランド|スコットランド|アイルランド|オーストリア|スイス|スウェーデン|ノルウェー|フィンランド|デンマーク|スペイン|ギリシャ|トルコ|ポーランド|
チェコ|プラハ|ハンガリー|ブダペスト|ルーマニア|ブルガリア|ウィーン|ワルシャワ|マドリード|リスボン|ストックホルム|ヘルシンキ|オスロ|アテネ|
エジプト|カイロ|シリア|レバノン|ヨルダン|サウジアラビア|カタール|バーレーン|アラブ首長国連邦|イエメン|リビア|アルジェリア|ケニア|ナイロビ|
南アフリカ|ナイジェリア|エチオピア|ソマリア|スーダン|ジブチ|コンゴ|キューバ|ハバナ|アルゼンチン|コロンビア|ベネズエラ|ボリビア|パナマ|
グアテマラ|ニカラグア|ジャマイカ|ハイチ|カンボジア|プノンペン|ラオス|ネパール|バングラデシュ|スリランカ|ブータン|チベット|モルディブ|
パプアニューギニア|ソロモン諸島|フィジー|パラオ|ミクロネシア|キリバス|トンガ|サモア|東ティモール|カザフスタン|ウズベキスタン|ジョージア|
ミュンヘン|フランクフルト|ハンブルク|ボン|ミラノ|ベネチア|バルセロナ|アムステルダム|マルタ|シドニー|メルボルン|ジャカルタ|バリ島|クアラルンプール|
デリー|ムンバイ|カルカッタ|ヤンゴン|ラングーン|サイゴン|ホーチミン|広州|深圳|天津|武漢|重慶|成都|青島|ハルビン|延安|高雄|仁川|
ハバロフスク|シベリア|デトロイト|フィラデルフィア|ボルティモア|アトランタ|ニューオーリンズ|マイアミ|ダラス|ヒューストン|デンバー|ラスベガス|サンディエゴ|
サンノゼ|オークランド|アンカレジ|フロリダ|フロリダ州|ミシガン|ミシガン州|オハイオ|オハイオ州|ペンシルベニア州|ネバダ州|アリゾナ州|ユタ州|ミズーリ州|
ノースカロライナ州|バージニア州|マサチューセッツ州|イリノイ州|インディアナ州|ケンタッキー州|テネシー州|ジョージア州|アラバマ州|コロラド州|
秋田県|山形県|茨城県|栃木県|埼玉県|千葉県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|三重県|滋賀県|兵庫県|奈良県|和歌山県|鳥取県|
島根県|岡山県|徳島県|香川県|愛媛県|高知県|佐賀県|熊本県|大分県|宮崎県|秋田|山形|茨城|栃木|埼玉|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|
兵庫|奈良|和歌山|鳥取|島根|岡山|徳島|香川|愛媛|高知|佐賀|熊本|大分|宮崎|さいたま市|川崎市|相模原市|厚木|座間市|綾瀬市|福生市|三原|嘉手納町|読谷村|
北谷町|金武町|宜野座村|恩納村|沖縄市|浦添市|糸満市|うるま市|金沢|浜松|北九州|函館|小樽|釧路|根室|盛岡|水戸|前橋|宇都宮|甲府|松江|高松|松山
"""


def unheld_places() -> dict[str, EntityType]:
    """Each such name with its type; a name that the tables hold is theirs."""
    gpe = (_STATES, _COUNTRIES, _CITIES, _JAPAN, _JAPANESE_PLACES)
    names = {name: EntityType.GPE for block in gpe for name in _names(block)}
    return names | {name: EntityType.NORP for name in _names(_NATIONALITIES)}


def _names(block: str) -> list[str]:
    return [name for name in block.replace("\n", "").split("|") if name]
