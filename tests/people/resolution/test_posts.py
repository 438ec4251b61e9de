import pytest

from people.models import Post
from people.resolution import resolve_post, resolve_posts
from tests.builders import make_organization

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "seats"), [("书记", 1), ("副书记", None), ("委员", None), ("看门人", None)]
)
def test_seats_come_from_the_role(role, seats):
    assert resolve_post(make_organization(), role).seats == seats


def test_post_is_made_once():
    body = make_organization()
    assert resolve_post(body, "书记") == resolve_post(body, "书记")
    assert Post.objects.count() == 1


def test_platform_and_bare_title_hold_no_post():
    platform = make_organization(kind="platform")
    posts, made = resolve_posts([(platform, "书记"), (make_organization(), "")])
    assert not posts and not made
