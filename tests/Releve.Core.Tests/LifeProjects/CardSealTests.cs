using Releve.Core.LifeProjects;

namespace Releve.Core.Tests.LifeProjects;

/// <summary>The address of a project for one who looks.</summary>
public sealed class CardSealTests
{
    private static readonly CardSeal Seal = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void The_site_reads_back_what_it_sealed()
    {
        var (project, viewer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Seal.Open(Seal.Seal(project, viewer), viewer).ShouldBe(project);
    }

    [Fact]
    public void Two_viewers_get_two_addresses_and_one_cannot_use_the_other_s()
    {
        var (project, one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Seal.Seal(project, one).ShouldNotBe(Seal.Seal(project, other));
        Seal.Open(Seal.Seal(project, one), other).ShouldNotBe(project);
    }

    [Fact]
    public void Another_installation_makes_another_address()
    {
        var (project, viewer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        new CardSeal(new byte[32]).Seal(project, viewer).ShouldNotBe(Seal.Seal(project, viewer));
    }

    [Fact]
    public void The_order_of_addresses_tells_nothing_of_the_order_in_which_projects_were_made()
    {
        var viewer = Guid.CreateVersion7();
        var projects = Enumerable.Range(0, 400).Select(i => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(i))).ToList();
        var sealedOnes = projects.ConvertAll(project => Seal.Seal(project, viewer).ToString("N"));
        var rises = sealedOnes.Zip(sealedOnes.Skip(1)).Count(pair => string.CompareOrdinal(pair.First, pair.Second) < 0);
        rises.ShouldBeInRange(150, 250);
    }

    [Fact]
    public void A_bird_follows_from_the_address_and_all_of_them_are_used()
    {
        var address = Guid.CreateVersion7();
        Bird.Of(address).ShouldBe(Bird.Of(address));
        var random = new Random(1);
        var bytes = new byte[16];
        var birds = Enumerable
            .Range(0, 4000)
            .Select(_ =>
            {
                random.NextBytes(bytes);
                return Bird.Of(new Guid(bytes));
            })
            .ToList();
        birds.Select(bird => bird.Kind).Distinct().Count().ShouldBe(Bird.Kinds);
        birds.ShouldAllBe(bird => bird.Number >= 2 && bird.Number <= 99);
    }
}
