namespace Reception.Hub.Tests.Scenarios;

/// <summary>A day with everybody there.</summary>
internal sealed record Crew(
    Colleague Valet, Colleague Door, Colleague Bar, Colleague Host, Colleague OtherHost, Colleague Butler, Colleague Steward, Colleague Sales,
    Colleague Supervisor, Colleague Manager)
{
    /// <summary>王先生, who comes again to see his own manager, on the usual way as far as a stage.</summary>
    public async Task<Visit> At(string stage)
    {
        var wang = await Valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"), ("butler", "butler"), ("plate", "浙A·12345"));
        var way = new (string Stage, Func<Task> Step)[]
        {
            ("parked", () => Valet.Pulls("park", wang, ("space", "B1-20"))),
            ("approaching", () => Valet.Pulls("escort", wang)),
            ("welcomed", () => Door.Pulls("welcome", wang)),
            ("seated", () => Host.Pulls("seat", wang, ("table", "table-1"))),
            ("seated", () => Butler.Pulls("call-room", wang, ("room", "room-a"))),
            ("seated", () => Steward.Pulls("room-ready", wang)),
            ("touring", () => Host.Pulls("tour", wang, ("companion", "host"))),
            ("visiting", () => Steward.Pulls("admit", wang)),
        };
        foreach (var (reached, step) in way)
        {
            if (Valet.Journey(wang).Stage == stage)
            {
                break;
            }

            await step();
            await Valet.Sees(views => views.Journeys.GetValueOrDefault(wang.Journey)?.Stage == reached, $"the guest is {reached}");
        }

        await Host.Sees(views => views.Journeys.GetValueOrDefault(wang.Journey)?.Stage == stage, $"the guest is {stage}");
        return wang;
    }
}
