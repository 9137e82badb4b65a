using Reception.Client;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>Somebody of the staff with a phone in the pocket: the SDK, an ear that remembers, a thumb.</summary>
internal sealed class Colleague : IAsyncDisposable
{
    private readonly SalesDay _day;
    private readonly Ear _ear = new();
    private readonly List<Exception> _faults = [];

    private Colleague(SalesDay day, string id) => (_day, Id) = (day, id);

    public string Id { get; }

    public ReceptionClient Phone { get; private set; } = null!;

    public ViewSet Views => Phone.Views;

    /// <summary>What rang and no test has asked for yet.</summary>
    public IReadOnlyList<string> Unheard => [.. _ear.Unheard.Select(ring => $"{Id} heard “{ring.Ear.Zh}”")];

    public IReadOnlyList<Exception> Faults
    {
        get
        {
            lock (_faults)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Signs in, and can be reached.</summary>
    public static async Task<Colleague> SignIn(SalesDay day, string staff)
    {
        using var anybody = new HubApi(day.Address);
        var session = await anybody.SignInToDemo(staff);
        var one = new Colleague(day, staff);
        one.Phone = ReceptionClient.Connect(new() { Hub = day.Address, Token = session.Token }, one.Listen);
        await one.Phone.Ready().WaitAsync(SalesDay.Patience);
        await one.Sees(views => views.Staff[staff].Reach == "sound", "the phone is known to ring");
        return one;
    }

    public async Task Takes(params string[] positions) => await Ok(() => Phone.DutyStart(positions));

    public async Task GoesHome() => await Ok(() => Phone.DutyEnd());

    public async Task Leaves(int minutes) => await Ok(() => Phone.Away(minutes));

    public async Task ComesBack() => await Ok(() => Phone.Back());

    /// <summary>A dead spot: the socket drops without a goodbye.</summary>
    public async Task LosesContact()
    {
        Phone.Offline();
        await Has(LinkState.None);
    }

    public async Task HasContact()
    {
        Phone.Online();
        await Has(LinkState.Socket);
    }

    /// <summary>预约: a guest who is expected.</summary>
    public Task<Visit> Expects(string address, TimeSpan within, params (string Field, string Value)[] more) =>
        Opens("expect", [("address", address), ("eta", SalesDay.Ms(_day.Now + within)), .. more]);

    public async Task<Visit> Opens(string trigger, params (string Field, string Value)[] fields)
    {
        var answer = await Ok(() => Phone.Open(SalesDay.Playbook, trigger, Fields(fields)));
        return new(answer.Created!["journey"], answer.Created["guest"]);
    }

    public Task<Answer> Pulls(string trigger, Visit visit, params (string Field, string Value)[] fields) =>
        Ok(() => Phone.Pull(visit.Journey, trigger, Fields(fields)));

    /// <summary>Against a guard, with a reason.</summary>
    public Task<Answer> Insists(string trigger, Visit visit, string reason, params (string Field, string Value)[] fields) =>
        Ok(() => Phone.Pull(visit.Journey, trigger, Fields(fields), reason));

    /// <summary>Tries, and hears no.</summary>
    public async Task<Answer> IsRefused(string code, string trigger, Visit visit, params (string Field, string Value)[] fields) =>
        Refused(code, await Do(() => Phone.Pull(visit.Journey, trigger, Fields(fields))));

    public Task<Answer> TakesBack(Visit visit) => Ok(() => Phone.Undo(visit.Journey));

    public async Task<Answer> CannotTakeBack(string code, Visit visit) => Refused(code, await Do(() => Phone.Undo(visit.Journey)));

    public Task<Answer> SaysTheWeatherIs(string weather) => Ok(() => Phone.Weather(weather));

    public Task<Answer> Ticks(ItemView item) => Ok(() => Phone.Tick(item.Id));

    public Task<Answer> Skips(ItemView item) => Ok(() => Phone.Skip(item.Id));

    /// <summary>收到.</summary>
    public Task<Answer> Copies(AlertView call) => Ok(() => Phone.Acknowledge(call));

    /// <summary>稍候.</summary>
    public Task<Answer> Delays(AlertView call, int minutes) => Ok(() => Phone.Delay(call, minutes));

    /// <summary>去不了.</summary>
    public Task<Answer> CannotCome(AlertView call) => Ok(() => Phone.Decline(call));

    /// <summary>完成.</summary>
    public Task<Answer> HasDone(AlertView call) => Ok(() => Phone.Done(call));

    /// <summary>The ear says this, in one language or the other; the hub learns that it was heard.</summary>
    public async Task<AlertView> Hears(string zh, string en)
    {
        var call = await _ear.Hears(Id, zh);
        call.Ear.En.Should().Be(en);
        Phone.Heard(call, "voice");
        return call;
    }

    /// <summary>This call rings here, again perhaps; nobody listens yet.</summary>
    public Task<AlertView> Rings(AlertView call) => _ear.Rings(Id, call.Id);

    /// <summary>The sender is told what somebody answered.</summary>
    public Task<AlertAnswered> IsAnswered(string answer, Colleague by) => _ear.IsAnswered(Id, answer, by.Id);

    /// <summary>One that rang here is over.</summary>
    public Task<AlertView> IsSpared(AlertView call) => _ear.IsOver(Id, call.Id);

    /// <summary>Waits, not for ever, until the phone shows it.</summary>
    public async Task Sees(Func<ViewSet, bool> wanted, string because)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(ViewsChanged now)
        {
            if (wanted(now.After))
            {
                seen.TrySetResult();
            }
        }

        Phone.Changed += Look;
        if (!wanted(Phone.Views))
        {
            await seen.Task.Awaiting(task => task.WaitAsync(SalesDay.Patience)).Should().NotThrowAsync($"{Id} should see that {because}");
        }

        Phone.Changed -= Look;
    }

    public JourneyView Journey(Visit visit) => Views.Journeys[visit.Journey];

    public GuestView Guest(Visit visit) => Views.Guests[visit.Guest];

    /// <summary>The newest of its sort on the guest's list.</summary>
    public ItemView Item(Visit visit, string template) =>
        Views.Items.Values.Where(item => item.Journey == visit.Journey && item.Template == template).MaxBy(item => item.Seq)
        ?? throw new InvalidOperationException($"{Id} sees no item {template}, only {string.Join(", ", Views.Items.Values.Select(item => item.Template))}.");

    public IEnumerable<string> OpenItems(Visit visit) =>
        Views.Items.Values.Where(item => item.Journey == visit.Journey && item.State == "open").Select(item => item.Template);

    /// <summary>As it is now, for everybody.</summary>
    public AlertView Call(AlertView call) => Views.Alerts[call.Id];

    public void Hush() => _ear.Hush();

    public async ValueTask DisposeAsync() => await Phone.DisposeAsync();

    /// <summary>One press of the thumb; the phone shows what came of it.</summary>
    public async Task<Answer> Do(Func<Task<Answer>> press)
    {
        await _day.TellTheTime(this);
        var answer = await press().WaitAsync(SalesDay.Patience);
        if (answer.Ok)
        {
            await Phone.Reached(answer.Seq).WaitAsync(SalesDay.Patience);
        }

        return answer;
    }

    private async Task Has(LinkState wanted)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(LinkState now)
        {
            if (now == wanted)
            {
                reached.TrySetResult();
            }
        }

        Phone.LinkChanged += Look;
        if (Phone.Link != wanted)
        {
            await reached.Task.WaitAsync(SalesDay.Patience);
        }

        Phone.LinkChanged -= Look;
    }

    private async Task<Answer> Ok(Func<Task<Answer>> press)
    {
        var answer = await Do(press);
        answer.Ok.Should().BeTrue("{0} may do this, but was told “{1}” ({2})", Id, answer.Words?.En, answer.Code);
        return answer;
    }

    private Answer Refused(string code, Answer answer)
    {
        answer.Should().Match<Answer>(refused => !refused.Ok && refused.Code == code, $"{Id} is refused");
        answer.Words!.Zh.Should().NotBeEmpty().And.NotContain("{");
        answer.Words.En.Should().NotBeEmpty().And.NotContain("{");
        return answer;
    }

    private void Listen(ReceptionClient phone)
    {
        phone.Rings += _ear.Ring;
        phone.Answered += _ear.Answer;
        phone.Over += _ear.End;
        phone.Faulted += fault =>
        {
            lock (_faults)
            {
                _faults.Add(fault);
            }
        };
    }

    private static Dictionary<string, string> Fields((string Field, string Value)[] fields) =>
        fields.ToDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal);
}
