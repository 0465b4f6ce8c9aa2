"""Names of countries, states and cities that the tables may not hold; they stay without an id."""

from __future__ import annotations

from usjp_reader.domain.entities import EntityType

_STATES = """
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Idaho|
Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|
Mississippi|Missouri|Montana|Nebraska|Nevada|New Jersey|New Mexico|North Carolina|North Dakota|
Ohio|Oklahoma|Oregon|Pennsylvania|Puerto Rico|Rhode Island|South Carolina|South Dakota|Tennessee|
Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming
"""
_COUNTRIES = """
Albania|Algeria|American Samoa|Angola|Argentina|Armenia|Austria|Austria-Hungary|Azerbaijan|
Bahrain|Bangladesh|Belarus|Bhutan|Bolivia|Bosnia|Botswana|Bulgaria|Burundi|Cambodia|Cameroon|
Colombia|Congo|Costa Rica|Crimea|Croatia|Cuba|Cyprus|Czech Republic|Czechoslovakia|Denmark|
Djibouti|East Germany|East Timor|Ecuador|Egypt|El Salvador|England|Estonia|Ethiopia|Fiji|Finland|
Gabon|Gaza|Ghana|Greece|Greenland|Grenada|Guatemala|Guinea|Haiti|Honduras|Hungary|Iceland|
Inner Mongolia|Ireland|Ivory Coast|Jamaica|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|Kyrgyzstan|
Laos|Latvia|Lebanon|Liberia|Libya|Lithuania|Luxembourg|Macao|Macau|Madagascar|Maldives|Mali|Malta|
Mauritius|Micronesia|Monaco|Montenegro|Morocco|Mozambique|Namibia|Nauru|Nepal|New Caledonia|
Nicaragua|Niger|Nigeria|Northern Mariana Islands|Norway|Oman|Ottoman Empire|Palau|Palestine|
Panama|Papua New Guinea|Paraguay|Poland|Prussia|Qatar|Romania|Rwanda|Samoa|Scotland|Senegal|
Serbia|Siberia|Sierra Leone|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|Spain|
Sri Lanka|Sudan|Sweden|Switzerland|Syria|Tajikistan|Tanzania|Tibet|Timor-Leste|Tinian|Tobago|
Tonga|Trinidad|Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|United Arab Emirates|Uruguay|Uzbekistan|
Vanuatu|Vatican City|Venezuela|Wales|West Bank|Xinjiang|Yemen|Yugoslavia|Zambia|Zimbabwe
"""
_CITIES = """
Abu Dhabi|Amsterdam|Anchorage|Ankara|Annapolis|Athens|Atlanta|Auckland|Baltimore|Bandung|
Bangalore|Barcelona|Batavia|Beirut|Belgrade|Bogota|Bombay|Brisbane|Bucharest|Budapest|
Buenos Aires|Cairo|Calcutta|Cambridge|Camp David|Canton|Cape Town|Caracas|Charleston|Chengdu|
Chongqing|Chungking|Cincinnati|Colombo|Copenhagen|Dallas|Damascus|Danang|Delhi|Denver|Detroit|
Dhaka|Dili|Doha|Dubai|Dublin|Edinburgh|Fairhaven|Frankfurt|Fremont|Glasgow|Guangzhou|Gwangju|
Haiphong|Hamburg|Hangzhou|Hankow|Harbin|Havana|Helsinki|Hibbing|Hilo|Ho Chi Minh City|Hyannis|
Incheon|Indianapolis|Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kaohsiung|Karachi|
Khabarovsk|Kuala Lumpur|Lagos|Las Vegas|Lima|Lisbon|Liverpool|Macau|Madrid|Malacca|Manama|
Manchester|Marseilles|Melbourne|Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Montreal|
Mumbai|Munich|Nairobi|Nantucket|New Bedford|New Haven|New Orleans|Nice|Norfolk|Oakland|Oslo|
Oxford|Palm Beach|Palo Alto|Pasadena|Perth|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|
Port Moresby|Prague|Providence|Qingdao|Quito|Rangoon|Reykjavik|Riga|Rio de Janeiro|Riyadh|
Rotterdam|Sacramento|Saigon|Salt Lake City|San Antonio|San Diego|San Jose|Santa Monica|Santiago|
Sao Paulo|Shenzhen|Sofia|Spokane|St. Louis|St. Petersburg|Stockholm|Surabaya|Suva|Sydney|
São Paulo|Taichung|Tashkent|Tbilisi|Tel Aviv|Tianjin|Tientsin|Toronto|Tsingtao|Tucson|Ulaanbaatar|
Ulan Bator|Vancouver|Venice|Vienna|Vientiane|Vilnius|Warsaw|Wuhan|Yalta|Yan'an|Yangon|Yenan|Zurich
"""
_JAPAN = """
Akasaka|Akita|Asahikawa|Atsugi|Beppu|Chatan|Chiba|Ehime|Fuchu|Fujisawa|Fukui|Fussa|Gifu|Ginza|
Hamamatsu|Himeji|Hirosaki|Hyogo|Ibaraki|Ishinomaki|Itoman|Izumo|Kadena|Kagawa|Kamaishi|Kamakura|
Kanazawa|Karuizawa|Kawasaki|Kesennuma|Kitakyushu|Kochi|Kofu|Kumamoto|Kurashiki|Kushiro|Maebashi|
Maizuru|Matsue|Matsumoto|Matsuyama|Mie|Mihara|Minamata|Mito|Miyako|Miyazaki|Morioka|Muroran|
Nagano|Nara|Narashino|Nemuro|Nikko|Oita|Okayama|Otaru|Otsu|Rikuzentakata|Roppongi|Saga|Saitama|
Sakai|Shibuya|Shiga|Shimane|Shinjuku|Shizuoka|Takamatsu|Takasaki|Tochigi|Tokushima|Tottori|Toyama|
Toyota City|Tsu|Tsukuba|Tsushima|Ube|Utsunomiya|Wakayama|Yamagata|Yamanashi|Yomitan|Yonago|Zushi
"""
_NATIONALITIES = """
African|Africans|Algerian|Anglo-Saxon|Arab|Arabs|Argentine|Argentinian|Armenian|Asians|Austrian|
Austrians|Bangladeshi|Belgian|Belgians|Brazilian|Bulgarian|Burmese|Cambodian|Cambodians|Caucasian|
Chilean|Cuban|Cubans|Czech|Czechs|Danes|Danish|Egyptian|Egyptians|Episcopal|Ethiopian|European|
Europeans|Finnish|Finns|Georgian|Greek|Greeks|Hawaiians|Hindu|Hispanic|Hispanics|Hungarian|
Hungarians|Icelandic|Indonesian|Indonesians|Irish|Jesuit|Jesuits|Jew|Jewish|Jews|Jordanian|Kenyan|
Kurdish|Kurds|Kuwaiti|Laotian|Latin American|Latino|Latinos|Lebanese|Libyan|Malay|Malaysian|
Malaysians|Maoist|Maori|Marxist|Marxists|Methodist|Mongol|Mongolian|Mongolians|Mongols|Mormon|
Mormons|Moroccan|Native American|Native Americans|Nepalese|New Zealander|New Zealanders|Nigerian|
Norwegian|Norwegians|Ottoman|Pakistani|Pakistanis|Palestinian|Palestinians|Peruvian|Peruvians|
Poles|Polish|Presbyterian|Prussian|Puerto Rican|Romanian|Saudi|Saudis|Scottish|Serb|Serbian|Serbs|
Sikh|Sikhs|Singaporean|Singaporeans|Slovak|Somali|South African|Southeast Asian|Southerner|
Spaniard|Sri Lankan|Stalinist|Sudanese|Swedes|Swedish|Swiss|Syrian|Syrians|Texan|Texans|Thai|
Thais|Tibetan|Tibetans|Trotskyist|Turkish|Turks|Uighur|Uighurs|Uyghur|Uyghurs|Venezuelan|Welsh|
Yugoslav
"""
_JAPANESE_PLACES = """
うるま市|さいたま市|アイルランド|アテネ|アトランタ|アムステルダム|アラバマ州|アラブ首長国連邦|
アリゾナ州|アルジェリア|アルゼンチン|アンカレジ|イエメン|イリノイ州|イングランド|インディアナ州|
ウィーン|ウズベキスタン|エジプト|エチオピア|オスロ|オハイオ|オハイオ州|オークランド|オーストリア|
カイロ|カザフスタン|カタール|カルカッタ|カンボジア|キューバ|キリバス|ギリシャ|クアラルンプール|
グアテマラ|ケニア|ケンタッキー州|コロラド州|コロンビア|コンゴ|サイゴン|サウジアラビア|サモア|
サンディエゴ|サンノゼ|シドニー|シベリア|シリア|ジブチ|ジャカルタ|ジャマイカ|ジョージア|
ジョージア州|スイス|スウェーデン|スコットランド|ストックホルム|スペイン|スリランカ|スーダン|
ソマリア|ソロモン諸島|ダラス|チェコ|チベット|テネシー州|デトロイト|デリー|デンバー|デンマーク|
トルコ|トンガ|ナイジェリア|ナイロビ|ニカラグア|ニューオーリンズ|ネバダ州|ネパール|ノルウェー|
ノースカロライナ州|ハイチ|ハバナ|ハバロフスク|ハルビン|ハンガリー|ハンブルク|バリ島|バルセロナ|
バングラデシュ|バージニア州|バーレーン|パナマ|パプアニューギニア|パラオ|ヒューストン|フィジー|
フィラデルフィア|フィンランド|フランクフルト|フロリダ|フロリダ州|ブダペスト|ブルガリア|ブータン|
プノンペン|プラハ|ヘルシンキ|ベネズエラ|ベネチア|ペンシルベニア州|ホーチミン|ボリビア|
ボルティモア|ボン|ポーランド|マイアミ|マサチューセッツ州|マドリード|マルタ|ミクロネシア|ミシガン|
ミシガン州|ミズーリ州|ミュンヘン|ミラノ|ムンバイ|メルボルン|モルディブ|ヤンゴン|ユタ州|ヨルダン|
ラオス|ラスベガス|ラングーン|リスボン|リビア|ルーマニア|レバノン|ワルシャワ|三原|三重|三重県|仁川|
佐賀|佐賀県|兵庫|兵庫県|函館|前橋|北九州|北谷町|千葉県|南アフリカ|厚木|和歌山|和歌山県|嘉手納町|
埼玉|埼玉県|大分|大分県|天津|奈良|奈良県|宇都宮|宜野座村|宮崎|宮崎県|富山|富山県|小樽|山形|山形県|
山梨|山梨県|岐阜|岐阜県|岡山|岡山県|島根|島根県|川崎市|広州|座間市|延安|徳島|徳島県|恩納村|愛媛|
愛媛県|愛知|愛知県|成都|東ティモール|松山|松江|栃木|栃木県|根室|武漢|水戸|沖縄市|浜松|浦添市|深圳|
滋賀|滋賀県|熊本|熊本県|甲府|盛岡|相模原市|石川|石川県|福井|福井県|福生市|秋田|秋田県|糸満市|
綾瀬市|茨城|茨城県|読谷村|重慶|金武町|金沢|釧路|長野|長野県|青島|静岡|静岡県|香川|香川県|高松|
高知|高知県|高雄|鳥取|鳥取県
"""


def unheld_places() -> dict[str, EntityType]:
    """Each such name with its type; a name that the tables hold is theirs."""
    gpe = (_STATES, _COUNTRIES, _CITIES, _JAPAN, _JAPANESE_PLACES)
    places = dict.fromkeys((name for block in gpe for name in _names(block)), EntityType.GPE)
    return places | dict.fromkeys(_names(_NATIONALITIES), EntityType.NORP)


def _names(block: str) -> list[str]:
    return [name for name in block.replace("\n", "").split("|") if name]
