"""Fusion: entities over documents."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from extract.model import Name
from graph.fusion import Profile, fuse_entity
from ontology.vocabulary import CLASSES


def guess(label: str, type_: str, *names: Name, wikidata: str | None = None) -> Profile:
    return Profile(label, type_, names, known=False, wikidata=wikidata)


def known(label: str, type_: str, *names: Name, wikidata: str | None = None) -> Profile:
    return Profile(label, type_, names, known=True, wikidata=wikidata)


class TestEntities:
    def test_the_lexicon_wins_over_any_number_of_guesses(self) -> None:
        entity = fuse_entity(
            "Oracle",
            [
                (guess("甲骨文", "Technology", Name("甲骨文", "zh-Hans")), 100),
                (known("Oracle", "Company", Name("Oracle", "en"), wikidata="Q19900"), 1),
            ],
        )

        assert (entity.label, entity.type, entity.known, entity.wikidata) == ("Oracle", "Company", True, "Q19900")
        assert entity.names == (Name("Oracle", "en"),)

    def test_among_guesses_the_most_mentions_win(self) -> None:
        entity = fuse_entity(
            "x", [(guess("星河", "Product"), 2), (guess("星河", "Model"), 3), (guess("星河一号", "Product"), 2)]
        )

        assert (entity.label, entity.type, entity.known) == ("星河", "Product", False)

    def test_equal_votes_go_by_the_order_of_classes_and_of_code_points(self) -> None:
        entity = fuse_entity("x", [(guess("乙", "Product"), 2), (guess("甲", "Model"), 2), (guess("丙", "Alien"), 2)])

        assert (entity.label, entity.type) == ("丙", "Model")
        assert list(CLASSES).index("Model") < list(CLASSES).index("Product")

    def test_the_lexicon_s_second_class_stays(self) -> None:
        both = Profile("拾光", "Product", (), known=True, wikidata=None, also=("Company",))

        assert fuse_entity("x", [(both, 2), (guess("拾光", "Model"), 9)]).types == ("Product", "Company")

    def test_what_some_documents_take_it_for_stays_among_its_classes(self) -> None:
        told = [(guess("拾光", "Product"), 3), (guess("拾光", "Company"), 1), (guess("拾光", "Model"), 1)]

        assert fuse_entity("x", told).types == ("Product", "Company", "Model")

    def test_names_of_all_documents_come_together(self) -> None:
        entity = fuse_entity(
            "x",
            [(guess("星河", "Model", Name("星河", "zh-Hans")), 1), (guess("星河", "Model", Name("Xinghe", "en")), 1)],
        )

        assert entity.names == (Name("Xinghe", "en"), Name("星河", "zh-Hans"))

    @given(
        st.lists(
            st.tuples(
                st.builds(
                    Profile,
                    st.sampled_from(["甲", "乙", "A"]),
                    st.sampled_from(["Company", "Model", "Person"]),
                    st.sampled_from([(), (Name("甲", "zh-Hans"),), (Name("A", "en"), Name("乙", "zh-Hant"))]),
                    st.booleans(),
                    st.sampled_from([None, "Q1", "Q2"]),
                ),
                st.integers(1, 4),
            ),
            min_size=1,
            max_size=4,
        )
    )
    def test_order_does_not_matter(self, told: list[tuple[Profile, int]]) -> None:
        assert len({fuse_entity("x", list(order)) for order in permutations(told)}) == 1
