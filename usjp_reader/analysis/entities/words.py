"""Word lists for recognising names that no table holds. English unless a name says otherwise."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Aaron Abigail Abraham Adam Adlai Adrian Alan Albert Alex Alexander Alexandra Alexis Alfred Alice Alicia
    Allan Allen Allison Amanda Amy Andrea Andrew Angela Ann Anna Anne Annie Anthony Antony Arnold Arthur
    Ashton Austin Barbara Barry Ben Benjamin Bernard Bert Beth Betty Beverly Bill Billy Blake Bob Bobby Brad
    Bradley Brandon Brenda Brent Brett Brian Bruce Bryan Calvin Carl Carla Carlos Carol Caroline Carolyn
    Catherine Cecil Charlene Charles Charlie Charlotte Cheryl Chester Chris Christian Christina Christine
    Christopher Chuck Cindy Claire Clarence Clark Claude Clifford Clyde Colin Connie Cordell Craig Curtis
    Cynthia Cyrus Dale Dan Daniel Danny Darren Dave David Dean Deborah Dennis Derek Diana Diane Dick Don
    Donald Donna Doris Dorothy Doug Douglas Drew Duncan Dwight Earl Ed Eddie Edgar Edith Edmund Edward Edwin
    Eileen Elaine Eleanor Elihu Elizabeth Ellen Ellis Elmer Emily Emma Eric Erik Ernest Ethan Eugene Eva Evan
    Evelyn Felix Florence Floyd Frances Francis Frank Franklin Fred Frederick Fumio Gabriel Gail Gareth Gary
    Gavin Gene Geoffrey George Gerald Gilbert Glen Glenn Gloria Gordon Grace Graham Grant Greg Gregory Gustav
    Guy Hamilton Hannah Harold Harris Harry Harvey Heather Helen Henry Herbert Herman Hillary Homer Horace
    Howard Hubert Hugh Ian Ira Irene Irving Isaac Isabel Ivan Jack Jacob James Jamie Jan Jane Janet Janice
    Jared Jason Jay Jean Jeff Jeffrey Jennifer Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna
    Joe Joel John Johnny Jon Jonathan Jordan Jose Joseph Joshua Joyce Juan Judith Judy Julia Julian Julie June
    Justin Karen Karl Kate Katherine Kathleen Kathy Katie Keith Kelly Ken Kenneth Kent Kevin Kim Kimberly Kirk
    Kurt Kyle Lance Larry Laura Lauren Laurence Lawrence Lee Leo Leon Leonard Leslie Lester Lewis Linda Lisa
    Lloyd Lois Lori Louis Louise Lucy Luis Luke Lyndon Lynn Madeleine Malcolm Marc Marcus Margaret Maria Marie
    Marilyn Mario Marion Mark Marshall Martha Martin Marvin Mary Matt Matthew Maureen Maurice Max Maxwell
    Megan Melania Melissa Melvin Michael Michelle Miguel Mike Mildred Milton Miriam Mitch Monica Morris Morton Nancy
    Natalie Nathan Nathaniel Neil Nelson Nicholas Nick Nicole Nigel Noah Noel Norman Oliver Olivia Oscar Otto
    Owen Pamela Pat Patricia Patrick Paul Paula Pauline Pedro Peggy Perry Pete Peter Phil Philip Phillip Phyllis
    Rachel Ralph Ramon Randall Randy Ray Raymond Rebecca Reed Reginald Rex Ricardo Richard Rick Rita Rob
    Robert Roberta Roberto Robin Rodney Roger Roland Ron Ronald Rosa Rose Ross Roy Russell Ruth Ryan Sally Sam
    Samantha Samuel Sandra Sara Sarah Scott Sean Seth Shane Shannon Sharon Sheila Shirley Sidney Simon Sophia
    Sophie Spencer Stacy Stan Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Suzanne
    Sylvia Ted Terence Teresa Terry Thelma Theodore Theresa Thomas Tim Timothy Tina Todd Tom Tommy Toni Tony
    Townsend Tracy Travis Troy Tyler Ursula Valerie Vanessa Vernon Veronica Victor Victoria Vincent Virginia
    Vivian Wade Wallace Walter Wanda Warren Wayne Wendell Wendy Wesley Whitney Wilbur Will William Willie
    Winston Woodrow Yvonne Zachary Zoe
    Priscilla Mireya Adele Agnes Alistair Alma Anita Antonio Archibald Ariel Armando Ava Belinda Bernice Bertha
    Bethany Bonnie Brendan Bridget Bruno Byron Candice Carmen Carrie Cassandra Celeste Chad Chelsea Chloe Clara
    Clay Clayton Clint Clinton Cole Conrad Cornelius Courtney Cory Daisy Damon Darrell Darryl Delia Denise Desmond
    Dominic Dora Doreen Edna Edwina Elena Eli Elias Elijah Elise Ella Eloise Elsa Emil Emilio Ernesto Esther
    Fernando Fiona Francine Francisco Frederic Freda Garrett Geraldine Gerard Gertrude Gina Giovanni Glenda Greta
    Gretchen Gwen Hank Hans Harriet Harrison Hazel Heidi Hector Henri Hilda Holly Hope Ida Inez Ingrid Iris Irwin
    Isaiah Jacqueline Jacques Jake Jana Jasmine Javier Jeanne Jeannette Jenna Jenny Jeremiah Jerald Jo Joaquin Jodie
    Johann Johanna Jorge Joy Juanita Jules Juliet Karin Karina Kathryn Katrina Kerry Kirsten Kristen Kristin Lena
    Lenny Leroy Lillian Lily Liz Loretta Lorraine Luc Lucas Lucia Lydia Mabel Madison Manuel Marcel Marcia Margot
    Marianne Marisa Marjorie Marlene Marta Mathew Maya Mercedes Meredith Mick Mikhail Miles Millard Mimi Mindy Minnie
    Mira Miranda Moira Molly Mona Monique Murray Myra Myron Nadia Nate Ned Nell Nina Nora Norma Odette Olga Orson
    Osborne Pablo Patsy Penelope Penny Percy Perla Polly Preston Quentin Ramona Raul Rebekah Regina Renee Reuben
    Rhonda Robyn Rodrigo Roderick Rolf Roman Rosalind Rosemary Rowena Roxanne Rudolph Rufus Sabrina Sadie Salvador
    Selma Serena Sergio Sherry Sonia Stefan Stephan Stephany Sven Tamara Tanya Tara Tatiana Tess Tessa Theo Thurston
    Tobias Trevor Trisha Ulysses Val Vera Vern Veronique Vince Viola Virgil Vivien Wallis Wes Wilfred Wilhelm Willa
    Wilma Winifred Wolfgang Xavier Yolanda Zelda
    Ai Aiko Akie Aki Akihiko Akihiro Akihito Akiko Akio Akira Asuka Atsuko Atsushi Aya Ayako Chie Chiyoko Daisuke
    Eiichi Eiji Eiko Eisaku Emi Fumiko Fumihiko Fumihito Genki Goro Hajime Haruhiko Haruka Haruki Haruo Hideaki
    Hidehisa Hideki Hideko Hideo Hideyuki Hikaru Hirofumi Hirohito Hiroki Hiroko Hiroshi Hiroto Hiroyuki Hisako
    Hisashi Hitoshi Ichiro Ikuo Isamu Isao Jiro Jun Junichi Junichiro Junko Kaoru Kazuhiko Kazuhiro Kazuko
    Kazuo Kazuyuki Keiichi Keiko Keizo Kenichi Kenji Kenta Kenzo Kichisaburo Kiichi Kiyoshi Kochi Koichi Koji
    Koki Kosuke Kumiko Kunihiko Kyoko Mai Makiko Makoto Mami Manabu Mariko Masaaki Masahiko Masahiro Masako
    Masami Masao Masaru Masashi Masato Masayoshi Masayuki Mayumi Megumi Michiko Midori Mieko Miki Mikio Minoru
    Misako Mitsuko Mitsuo Mitsuru Miyuki Mizuho Kei Shigeaki Tsuneo Akitaka Sukehiro Tetsuro Kazuyoshi Denny Takeshi Yuriko Kisaburo Renho Sanae Gen Nobuo Akinori Masazumi Tsuyako Morihiro Motoo Nana Naoki Naoko Naomi Naoto Naoya Nobuhiko Nobuko Nobuo
    Nobusuke Nobuyuki Noriko Norio Noriyuki Osamu Reiko Rie Rika Ryo Ryoichi Ryoko Ryosuke Ryota Ryu Ryuichi
    Ryutaro Saburo Sachiko Sadako Sadao Saori Satoru Satoshi Sayuri Seiichi Seiji Seiko Shigeki Shigeo Shigeru
    Shin Shinichi Shinji Shinjiro Shintaro Shinya Shinzo Shiro Shizuka Shoichi Shoji Shota Shuichi Shuji Shun
    Shunichi Sohei Soichiro Sumiko Susumu Tadashi Taichi Takahiro Takaaki Takako Takanori Takao Takashi Takayuki
    Takeo Takeru Takeshi Takuya Tamiko Taro Tatsuo Tatsuya Teruko Tetsuo Tetsuya Tetsuro Tomoaki Tomohiro Tomoko
    Tomomi Toru Toshiaki Toshihiko Toshihiro Toshiki Toshiko Toshimitsu Toshio Toshiyuki Tsutomu Tsuyoshi
    Yasuhiko Yasuhiro Yasuko Yasuo Yasushi Yoichi Yoko Yoriko Yoshi Yoshiaki Yoshihiko Yoshihide Yoshihiro
    Yoshiko Yoshimasa Yoshinori Yoshio Yoshiro Yoshito Yoshiyuki Yosuke Yu Yui Yuichi Yuichiro Yuji Yuka Yukari
    Yukihiko Yukio Yuko Yumi Yumiko Yuri Yuriko Yusuke Yutaka Yuya
    """.split()
)

WOMEN = frozenset(
    """
    Abigail Alexandra Alice Alicia Amanda Amy Angela Ann Anna Anne Barbara Beth Betty Beverly Carol Caroline
    Carolyn Catherine Charlene Charlotte Christina Christine Cindy Claire Condoleezza Connie Cynthia Deborah
    Diana Diane Donna Dorothy Eleanor Elizabeth Ellen Emily Emma Frances Gloria Hannah Helen Hillary Jacqueline
    Jane Janet Jean Jennifer Jessica Jill Joan Judith Judy Julia Julie Kamala Karen Kate Katherine Kathleen
    Laura Linda Lisa Madeleine Margaret Maria Marie Martha Mary Melania Michelle Nancy Pamela Patricia Rachel
    Rebecca Rose Rosalynn Ruth Sally Sandra Sarah Sharon Susan Theresa Victoria Virginia Wendy Akie Akiko Atsuko
    Ayako Fumiko Haruka Hiroko Junko Kazuko Keiko Kumiko Kyoko Makiko Mariko Masako Mayumi Michiko Naoko Noriko
    Reiko Renho Sachiko Sadako Sanae Seiko Sumiko Takako Tomoko Tomomi Yasuko Yoko Yoriko Yoshiko Yuko Yumiko Yuriko
    """.split()
)

HONORIFICS = frozenset(
    """
    M. Mr. Mrs. Ms. Miss Dr. Prof. Professor Sir Lord Lady Gen. General Adm. Admiral Sen. Senator Rep.
    Representative Congressman Congresswoman Gov. Governor Mayor Col. Colonel Capt. Captain Lt. Lieutenant
    Maj. Major Sgt. Sergeant Cmdr. Commander Commodore Cpl. Corporal Justice Judge Baron Count Viscount Prince
    Princess Marquis Emperor Empress King Queen Minister Premier President Secretary Ambassador Chairman
    Chairwoman Director Consul Marshal Undersecretary Chancellor Comrade Rev. Reverend Father Brig. Vice-Admiral
    Rear-Admiral Envoy Commissioner Attorney Speaker Lawmaker Spokesman Spokeswoman Analyst Economist Mr Mrs Ms Dr
    """.split()
)
"""Words that, right before a capitalised word, make it a person."""

ROLES = frozenset(
    """
    academic activist actor actress adviser advisor aide ambassador analyst anthropologist attorney author
    banker biographer businessman businesswoman chairman chairwoman chief co-author co-founder colonel columnist
    commander commentator commissioner congressman congresswoman consul consultant correspondent counselor
    counsellor critic curator dean defector delegate deputy diplomat director doctor economist editor engineer
    envoy executive expert farmer fellow fisherman founder general governor head historian instructor journalist
    judge lawmaker lawyer leader lecturer legislator lieutenant manager mayor member merchant minister missionary
    negotiator novelist officer official owner painter partner physician physicist poet politician premier
    president priest principal producer professor prosecutor reporter representative researcher resident
    retiree scholar scientist secretary senator singer sociologist soldier specialist spokesman spokesperson
    spokeswoman strategist student survivor teacher translator veteran victim volunteer writer
    """.split()
)
"""Nouns for people that stand in apposition to a name or right before it."""

SAYING = frozenset(
    """
    said says told added argued asked noted warned wrote writes explained observed replied stressed testified
    recalled insisted declared predicted suggested acknowledged believes thinks argues notes adds warns
    cautioned complained concluded remarked stated agreed contends contended maintained
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    A About Above According Across After Again Against All Along Already Also Although Always Am Among An And
    Another Any Are Around As Asked At Back Because Been Before Behind Being Below Besides Between Both But By
    Can Could Despite Did Do Does Down During Each Earlier Either Elsewhere Even Ever Every Except Few Finally
    First For Former From Further Had Has Have He Her Here Hers Him His How However I If In Indeed Instead Into
    Is It Its Just Last Later Least Less Let Like Many May Maybe Meanwhile Might More Moreover Most Mostly Much
    Must My Near Nearly Neither Never Nevertheless New Next No Nobody None Nonetheless Nor Not Nothing Now Of
    Off Often On Once One Only Or Other Others Otherwise Our Out Outside Over Perhaps Per Rather Recently Said
    Second Several Shall She Should Since So Some Someone Soon Still Such Than That The Their Them Then There
    These They Third This Those Though Through Thus To Today Together Tomorrow Too Toward Towards Two Under
    Unless Unlike Until Up Upon Us Very Was We Well Were What When Where Whereas Whether Which While Who Whose
    Why Will With Within Without Would Yesterday Yet You Your
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August
    September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
    Aboard Ex-President Ex-Prime Late Then-President Then-Prime Photo Reuters File Read Related
    """.split()
)
"""Words with a capital only because they begin a sentence, and days and months."""

NOT_PERSONS = frozenset(
    """
    Academy Accord Act Administration Affairs Agency Agreement Air Airlines Airport Alliance Ally American Army
    Article Asia Asian Assembly Associates Association Atlantic Atomic Authority Bank Base Bay Board Bomb Bombing
    Bowl Bridge Broadcasting Budget Building Bureau Business Cabinet Camp Campaign Canal Cape Capital Center Central
    Centre Chamber Channel Charter Chief Church City Club Coast Cold Collection College Command Commerce
    Commission Committee Communist Company Conference Congress Conservative Constitution Consulate Convention
    Co Co. Corp Corp. Corporation Corps Council County Court Crisis Daily Daiichi Dam Day Declaration Defence
    Defense Delegation Democrat Democratic Democrats Department Development Diet District Division Doctrine Dollar East
    Eastern Economic Economy Education Electric Embassy Emperor Empire Energy Engineering English European Exchange
    Exposition Express Federal Federation Festival Finance Fleet Force Forces Foreign Foundation Free Front
    Fund Games Garden General Global Government Great Group Guard Gulf Hall Harbor Herald Highway Hill History
    Holdings Hospital Hotel House Immigration Imperial Inc Inc. Incident Industrial Industries Industry Initiative
    Inn Institute Institution Intelligence Interior International Island Islands Japanese Joint Journal Junior
    Justice Labor Labour Lake League Legal Liberal Library Limited Ltd Ltd. Lower Magazine Marine Maritime Market
    Medal Memorial Military Minister Ministry Monetary Money Motor Motors Mount Mountain Movement Museum National
    Nations Naval Navy Network New News Newspaper North Northern Nuclear Ocean Office Official Olympic Olympics
    Opposition Order Organization Organisation Pacific Pact Palace Paper Park Parliament Party Peace Peninsula
    People Plan Plant Plaza Police Policy Port Post Operation Project Treasury Prefecture Presidential Press Prime Prize Program Project Protocol Province
    Public Radio Railroad Railway Red Regional Regiment Region Relations Report Republic Republican Republicans
    Research Reserve Review Revolution River Road Royal Ruling School Sea Secretariat Security Senate Senior Service Services
    Shimbun Shogun Shrine Social Socialist Society Soviet South Southern Space Special Square Staff State States Station Steel
    Stock Strait Street Studies Study Summit Supreme System Systems Team Technology Telegraph Television Temple
    Territory Theater Times Tower Trade Trading Transport Treasury Treaty Tribunal Tribune Trust Union United
    Universal University Upper Valley Village Wall War Watch Web Week West Western White World Year Yen Zone
    """.split()
)
"""Capitalised words that do not occur in people's names, or too rarely to be taken for one."""

PLAIN_UPPER = frozenset("us who it aid act start salt am pm no or an as is in on at to".split())
"""Abbreviations that, in a line all in capitals, are more likely the plain word."""

JAPANESE_SURNAMES = frozenset(
    """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田
    橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井
    金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木
    安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉
    菅原 岩崎 久保 木下 佐野 野村 松尾 市川 菊地 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 西田 飯田 菊池 西川
    小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 東 服部 川崎 岩田 土屋 福島 本田 辻 樋口 秋山 田口 永井 山中 川村 吉村
    大久保 岩井 石原 松岡 馬場 浜田 森本 星野 矢野 浅野 大島 吉岡 小池 野田 荒木 熊谷 松浦 大谷 内藤 黒田 尾崎 永田 川上
    松村 望月 田辺 荒井 堀 大橋 奥村 玉城 翁長 仲井真 外務 緒方 坪井 岡 菅 岸 泉 南 北 谷 西 大江 村山 河合 栗原 三木 稲嶺 大田 瀬長 屋良
    比嘉 金城 新垣 宮城 島袋 伊波 具志堅 東郷 川島 渡邊 齋藤 小沢 前原 岡崎 北岡 添谷 五百旗頭 入江 細谷 我部 波多野
    """.split()
) - {"外務", "東"}

COMMON_SURNAMES = frozenset(
    """
    Ford Grant May White Long Root Hull Grew Rice Brown Baker Bush Young Day Page Price Power Powers Knox Stark
    King Marshall Dean Wood Grey Gray Black Green Hill House Church Case Bell Bliss Cross Field Fish Fox Gates
    Hope Hunter Lane Love Mason Miller Moody Moon Park Parks Perry Pierce Pope Potter Rich Rivers Rose Small
    Smith Snow Strong Sharp Stone Taylor Tyler Walker Ward Waters West Wise Wright Bacon Bell Castle Forbes
    Buck Burns Carter Cook Cooper Fillmore Harper Harris Harrison Johnson Washington Lincoln Jackson Madison
    Jefferson Monroe Adams Cleveland Hoover Arthur Lansing Root Welles Day Castle Hornbeck
    """.split()
)
"""Surnames that are also words, places or everybody's; alone they need a fuller name or a title."""
