"""`manage.py bench`: the figures of the README, measured on this machine."""

from django.conf import settings
from django.core.management import BaseCommand

from newsroom import bench, samples
from people.extraction.structure import Context


class Command(BaseCommand):
    help = "测量本机上的速度：读版、找人、录入、网页。"

    def handle(self, *args, **options):
        folder = settings.BASE_DIR / "fixtures"
        plan = samples.read_plan(folder)
        home = plan["edition"]["home"]
        context = Context(
            home=home["street"], district=home["district"], city=home["city"]
        )
        files = [path.read_bytes() for path in sorted(folder.glob("*/*.txt"))]
        pages, characters = bench.measure_reading(files)
        self.say("reading alone", f"{pages:,.0f} pages/s, {characters:,.0f} chars/s")
        characters = bench.measure_extraction(files, context)
        self.say("finding alone, by rules", f"{characters:,.0f} chars/s")
        folders = [folder / issue["folder"] for issue in plan["issues"]]
        slug = plan["edition"]["slug"]
        with bench.scratch_database():
            samples.prepare_edition(plan)
            self.say("import of eight pages", str(bench.measure_import(folders, slug)))
            for kind, (answered, share) in bench.measure_pages().items():
                self.say(kind, f"{answered:,.0f} requests/s, {share:.2f} of hello")
        with bench.scratch_database():
            samples.prepare_edition(plan)
            bench.make_known_people()
            self.say(
                "it, 20,000 people known", str(bench.measure_import(folders, slug))
            )

    def say(self, what: str, figure: str) -> None:
        self.stdout.write(f"{what:<24} {figure}")
