"""The fingerprint of each sentence of the invented text (虚构原文的句子摘要): ``text.txt`` holds it."""

from wushan_plan.model.citation import Citation
from wushan_plan.model.plan import SentenceDigest

DIGESTS = (
    SentenceDigest(Citation(1, 0), 9, "96a25883940fbda28366eec2e4c461eb15cfbd993ce14f417b09ce7612c6777f"),
    SentenceDigest(Citation(1, 1), 19, "31ae8b120db4b99a6ede4412cf02c2d15d706cad4b44974bb401274cb77ec92e"),
    SentenceDigest(Citation(2, 0), 9, "7a15ebc8b93fef2cf466109ba4ac26762eaa94c11fc6b6f8e3559bf22fc48888"),
    SentenceDigest(Citation(2, 1), 22, "74eeca73a3ece76f8eb71610b64e06c4fb5771fcc4d3138e76bfeed105efe6dd"),
    SentenceDigest(Citation(3, 0), 7, "5de45c31123619412bf1123aa4857acf7e4ae54d3380a8d9aae0f1bbea4dd053"),
    SentenceDigest(Citation(3, 1), 25, "21d49c390cee7647442bbaad70dd9f4576f3d88b5c9e9e188fc1c536332d2740"),
    SentenceDigest(Citation(4, 0), 7, "f73fe829c31b6b416280cf4a23b25b80310a442a16af56d974367ae3553508d9"),
    SentenceDigest(Citation(4, 1), 24, "9946d9773850eb113b5ae079db1b7e928c817ddcff7b787945009a5df0c0e01e"),
    SentenceDigest(Citation(5, 0), 7, "77d203fe8b7db1d0be5e3bf8a56dfb16278b678688f3d8a8e686a3782fae0864"),
    SentenceDigest(Citation(5, 1), 17, "5de6241513828871d4126f21391f1d103c6105d901c9a5b8c0a91079851aeb69"),
    SentenceDigest(Citation(6, 0), 7, "7aa8adfc917bbb47b1ff2bb03652e2211f6d30f8bd317f398250134d8c9e71a1"),
    SentenceDigest(Citation(6, 1), 34, "b02aa891428446f8750e492a53b33df38e7e9b5e2593523e22deb05cbc4687b5"),
    SentenceDigest(Citation(7, 0), 8, "f0f23de52cc02e6ff6ad0133fb8b0b8f5dc5fb2a90638ef0acecdb4eed9d356a"),
    SentenceDigest(Citation(7, 1), 12, "aa98a5fdb4f0bcedebda1410d78a3ecb37c41d6206a9bd65aac64b3409766257"),
    SentenceDigest(
        Citation(None, 0, safeguard=1), 5, "eca2980c4d5e68c1c60d0dddc3b5c0ec1efe552e939b89287e78379a0e0e0232"
    ),
    SentenceDigest(
        Citation(None, 1, safeguard=1), 12, "3f6fd718c99c86315c9d8455a814ede639ac671a0acfc4246e273ffc712d7ff8"
    ),
)
